import { describe, expect, it } from "vitest";
import { appointmentFile, type CalendarFacts, type CalendarReader } from "./calendar-event.ts";

const facts: CalendarFacts = {
  id: "0190b1d2-0000-7000-8000-000000000001",
  sequence: 0,
  status: "confirmed",
  startsAt: "2026-11-12T17:00:00.000Z",
  endsAt: "2026-11-12T17:50:00.000Z",
  zone: "America/Sao_Paulo",
  serviceName: "Sessão",
  place: "online",
  placeDetail: "https://meet.example/ana",
  professionalName: "Ana Souza",
  clientName: "Ganhe em https://spam.example",
};
const reader: CalendarReader = {
  audience: "client",
  locale: "pt-BR",
  url: "https://odys.test/m/abc",
  origin: "https://odys.test",
  mailedTo: "bia@example.com",
  now: Date.parse("2026-11-01T09:30:15.000Z"),
};
const file = (more: Partial<CalendarFacts> = {}, as: Partial<CalendarReader> = {}) =>
  appointmentFile({ ...facts, ...more }, { ...reader, ...as }).replaceAll("\r\n ", "");

describe("the file of an appointment", () => {
  it("for the client: with whom, where, and the link to change it", () => {
    expect(file()).toContain("SUMMARY:Sessão com Ana Souza\r\n");
    expect(file()).toContain("LOCATION:https://meet.example/ana\r\n");
    expect(file()).toContain(
      "DESCRIPTION:Ver\\, remarcar ou cancelar:\\nhttps://odys.test/m/abc\r\n",
    );
    expect(file()).toContain('ORGANIZER;CN="Ana Souza":mailto:no-reply@odys.test\r\n');
    expect(file()).toContain("METHOD:REQUEST\r\n");
    expect(file({}, { locale: "en" })).toContain("SUMMARY:Sessão with Ana Souza\r\n");
    // What a guest typed goes to nobody's mailbox under our name but the professional's.
    expect(file()).not.toContain("spam.example");
  });

  it("for the professional: who comes, and the agenda", () => {
    const own = file({}, { audience: "professional", mailedTo: "ana@odys.test" });
    expect(own).toContain("SUMMARY:Sessão: Ganhe em https://spam.example\r\n");
    expect(own).toContain('ATTENDEE;CN="Ana Souza"');
    expect(own).toContain("DESCRIPTION:Abrir a agenda:");
  });

  it("a request is tentative, and tells no link to a meeting yet", () => {
    const asked = file({ status: "pending_confirmation" });
    expect(asked).toContain("STATUS:TENTATIVE\r\n");
    expect(asked).toContain("Aguardando a confirmação de Ana Souza.");
    expect(asked).toContain("LOCATION:Online\r\n");
    const there = file({ status: "pending_confirmation", place: "in_person" });
    expect(there).toContain("LOCATION:https://meet.example/ana\r\n");
  });

  it.each(["cancelled", "rejected", "expired"] as const)(
    "%s takes it out of calendars",
    (status) => {
      expect(file({ status })).toContain("METHOD:CANCEL\r\n");
      expect(file({ status })).toContain("STATUS:CANCELLED\r\n");
      expect(file({ status })).not.toContain("meet.example");
    },
  );

  it("a download asks nobody to come", () => {
    const own = file({}, { mailedTo: null });
    expect(own).toContain("METHOD:PUBLISH\r\n");
    expect(own).not.toContain("ATTENDEE");
    expect(file({ status: "cancelled" }, { mailedTo: null })).toContain("STATUS:CANCELLED\r\n");
  });
});
