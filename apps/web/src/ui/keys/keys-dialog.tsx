"use client";

import { Dialog } from "../dialog.tsx";
import { Kbd } from "../kbd.tsx";
import { useKeyGroups } from "./registry.ts";

/** What the keyboard does on this page. Mounted is open. */
export default function KeysDialog({ title, onClose }: { title: string; onClose: () => void }) {
  const groups = useKeyGroups();
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={title}>
      <div className="grid gap-6">
        {groups.map((group) => (
          <section key={group.title}>
            <h3 className="mb-2 text-sm font-semibold text-ink-soft">{group.title}</h3>
            <dl className="divide-y divide-line">
              {group.keys.map(({ what, keys }) => (
                <div key={what} className="flex min-h-10 items-center justify-between gap-4">
                  <dt>{what}</dt>
                  <dd className="flex gap-1">
                    {keys.map((key) => (
                      <Kbd key={key}>{key}</Kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
