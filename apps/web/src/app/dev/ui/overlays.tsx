"use client";

import { LogOut, User } from "lucide-react";
import { Button } from "../../../ui/button.tsx";
import { Dialog, DialogClose, Sheet } from "../../../ui/dialog.tsx";
import { DropdownMenu, MenuItem, MenuLabel, MenuSeparator } from "../../../ui/dropdown-menu.tsx";
import { Tabs } from "../../../ui/tabs.tsx";
import { Toaster, useNotify } from "../../../ui/toast.tsx";
import { Tooltip } from "../../../ui/tooltip.tsx";

export function Overlays() {
  const notify = useNotify();
  return (
    <section className="grid grid-cols-1 gap-4">
      <Toaster />
      <h2 className="border-b border-line pb-2 text-lg font-semibold">What opens</h2>
      <div className="flex flex-wrap gap-3">
        <Dialog
          trigger={<Button variant="secondary">Dialog</Button>}
          title="Cancel Thursday, 2 pm?"
          description="Marina is told at once, and the time is free again on your page."
          footer={
            <>
              <DialogClose asChild>
                <Button variant="secondary">Keep it</Button>
              </DialogClose>
              <Button variant="danger">Cancel the appointment</Button>
            </>
          }
        />
        <Sheet trigger={<Button variant="secondary">Sheet</Button>} title="Marina Lopes">
          <p>Everything about the appointment.</p>
        </Sheet>
        <DropdownMenu trigger={<Button variant="secondary">Menu</Button>} align="start">
          <MenuLabel>Ana Souza</MenuLabel>
          <MenuItem>
            <User aria-hidden /> Your account
          </MenuItem>
          <MenuSeparator />
          <MenuItem tone="danger">
            <LogOut aria-hidden /> Sign out
          </MenuItem>
        </DropdownMenu>
        <Tooltip text="Thursday, 12 November 2026">
          <Button variant="secondary">Tooltip</Button>
        </Tooltip>
        <Button variant="secondary" onClick={() => notify.done("Rejected.", { undo: () => {} })}>
          Toast
        </Button>
        <Button variant="secondary" onClick={() => notify.failed("This time has just been taken.")}>
          Failure
        </Button>
      </div>
      <Tabs
        label="Appointments"
        tabs={[
          { value: "next", label: "Next", content: <p>Next appointments.</p> },
          { value: "past", label: "Past", content: <p>Past appointments.</p> },
        ]}
      />
    </section>
  );
}
