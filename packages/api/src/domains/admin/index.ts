// The rightmost room: nobody may ask it anything.
export {};
