import type { BookingPage } from "@odys/shared/booking/schema";
import { expect, test } from "vitest";
import { structuredData } from "./structured-data.ts";

const page: BookingPage = {
  slug: "ana-souza",
  name: "Ana </script><script>alert(1)</script> Souza",
  profession: "psychologist",
  bio: "<!-- <b>Oi</b>",
  zone: "America/Sao_Paulo",
  locale: "pt-BR",
  currency: "BRL",
  avatarUrl: null,
  services: [
    {
      id: "0190a000-0000-7000-8000-000000000001",
      name: "Sessão",
      description: "",
      durationMinutes: 50,
      price: { amount: 18_050, currency: "BRL" },
      place: "in_person",
      placeDetail: "Rua dos Pinheiros, 100",
      color: "teal",
      confirmation: "manual",
      horizonDays: 60,
      questions: [],
    },
  ],
};

test("says who, what and for how much", () => {
  expect(JSON.parse(structuredData(page, "https://odys.test", "Psicóloga"))).toMatchObject({
    url: "https://odys.test/p/ana-souza",
    name: page.name,
    address: "Rua dos Pinheiros, 100",
    makesOffer: [{ price: "180.50", priceCurrency: "BRL", itemOffered: { name: "Sessão" } }],
  });
});

test("no name ends the element that it stands in", () => {
  expect(structuredData(page, "https://odys.test", "Psicóloga")).not.toMatch(/<\/|<!|<script/i);
});
