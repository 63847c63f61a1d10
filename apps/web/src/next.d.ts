// What next-env.d.ts would say; that one is written by `next dev` and is not there on a fresh clone.
/// <reference types="next" />
/// <reference types="next/image-types/global" />
