import { Bell, CalendarPlus, Inbox, Trash } from "lucide-react";
import type { ReactNode } from "react";
import { Avatar } from "../../../ui/avatar.tsx";
import { Badge, StatusPill } from "../../../ui/badge.tsx";
import { Button } from "../../../ui/button.tsx";
import { ButtonLink } from "../../../ui/button-link.tsx";
import { Card } from "../../../ui/card.tsx";
import { IconButton } from "../../../ui/icon-button.tsx";
import { Kbd } from "../../../ui/kbd.tsx";
import { PageHeader } from "../../../ui/page-header.tsx";
import { CountBadge } from "../../../ui/shell/count-badge.tsx";
import { Skeleton } from "../../../ui/skeleton.tsx";
import { EmptyState, ErrorState } from "../../../ui/states.tsx";
import { VisuallyHidden } from "../../../ui/visually-hidden.tsx";
import { DateText, TimeText, WhenText } from "../../../ui/when-text.tsx";

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="grid grid-cols-1 gap-4">
      <h2 className="border-b border-line pb-2 text-lg font-semibold">{title}</h2>
      {children}
    </section>
  );
}

function Row({ children }: { children: ReactNode }) {
  return <div className="flex flex-wrap items-center gap-3">{children}</div>;
}

export function Actions() {
  return (
    <Section title="Actions">
      <Row>
        <Button>Confirm</Button>
        <Button variant="secondary">Move</Button>
        <Button variant="quiet">Not now</Button>
        <Button variant="danger">
          <Trash aria-hidden /> Cancel it
        </Button>
      </Row>
      <Row>
        <Button busy="Confirming…">Confirm</Button>
        <Button disabled>Confirm</Button>
        <Button size="sm" variant="secondary">
          Small
        </Button>
        <ButtonLink href="/" size="lg">
          <CalendarPlus aria-hidden /> Large link
        </ButtonLink>
      </Row>
      <Row>
        <IconButton label="Notifications" icon={<Bell />} />
        <CountBadge count={3} label="3 new" />
        <CountBadge count={128} label="128 new" />
        <Kbd>?</Kbd>
        <Kbd>⌘K</Kbd>
        <VisuallyHidden>Only read aloud</VisuallyHidden>
      </Row>
    </Section>
  );
}

export function Standing() {
  return (
    <Section title="How something stands">
      <Row>
        <StatusPill tone="good">Confirmed</StatusPill>
        <StatusPill tone="waiting">Waiting for you</StatusPill>
        <StatusPill tone="late">Late</StatusPill>
        <StatusPill tone="bad">Cancelled</StatusPill>
        <StatusPill tone="calm">Completed</StatusPill>
      </Row>
      <Row>
        <Badge>soon</Badge>
        <Badge tone="action">online</Badge>
        <Badge tone="accent">new</Badge>
        <Avatar name="Ana Souza" size="sm" />
        <Avatar name="Ana Souza" />
        <Avatar name="Ana Souza" size="lg" />
      </Row>
      <div className="grid gap-4 sm:grid-cols-2">
        <Card>
          <div className="grid gap-3" aria-busy>
            <Skeleton className="h-5 w-1/2" />
            <Skeleton />
            <Skeleton className="w-3/4" />
          </div>
        </Card>
        <Card>A thing one can point at.</Card>
      </div>
      <EmptyState
        icon={<Inbox />}
        title="No requests yet"
        text="Send your link, and they appear here."
        action={<Button variant="secondary">Copy my link</Button>}
      />
      <ErrorState
        title="We could not load today"
        text="You may be offline. What you saved is saved."
        action={<Button variant="secondary">Try again</Button>}
      />
    </Section>
  );
}

const ZONE = "America/Sao_Paulo";

export function Moments({ now }: { now: string }) {
  const later = new Date(Date.parse(now) + 5 * 86_400_000);
  return (
    <Section title="Moments">
      <PageHeader
        title="A page"
        text="What it says in a line."
        actions={<Button>Its action</Button>}
      />
      <p>
        <WhenText at={now} zone={ZONE} now={now} /> · <WhenText at={later} zone={ZONE} now={now} />{" "}
        · <DateText at={later} zone={ZONE} now={now} /> · <TimeText at={later} zone={ZONE} />
      </p>
    </Section>
  );
}
