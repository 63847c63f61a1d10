import type { BookingPage } from "@odys/shared/booking/schema";

/** Pixels of the picture of a page, as those who show previews want it. */
export const SOCIAL_IMAGE = { width: 1200, height: 630 };

/** What search engines read of a booking page: schema.org, as JSON for a script element. */
export function structuredData(page: BookingPage, origin: string, profession: string): string {
  const url = `${origin}/p/${page.slug}`;
  const address = page.services.find(({ placeDetail }) => placeDetail !== "")?.placeDetail;
  const data = {
    "@context": "https://schema.org",
    "@type": "ProfessionalService",
    "@id": url,
    url,
    name: page.name,
    description: page.bio || profession,
    image: `${url}/picture.png`,
    currenciesAccepted: page.currency,
    ...(address && { address }),
    makesOffer: page.services.map((service) => ({
      "@type": "Offer",
      url: `${url}?service=${service.id}`,
      price: majorUnits(service.price),
      priceCurrency: service.price.currency,
      itemOffered: {
        "@type": "Service",
        name: service.name,
        ...(service.description && { description: service.description }),
      },
    })),
    potentialAction: {
      "@type": "ReserveAction",
      target: { "@type": "EntryPoint", urlTemplate: url },
    },
  };
  return forScriptElement(data);
}

/** JSON that no text of a person can break out of: `</script>` and `<!--` begin with the same character. */
function forScriptElement(data: unknown): string {
  return JSON.stringify(data).replaceAll("<", "\\u003c");
}

/** "180.00": as schema.org wants it, a point whatever the language. */
function majorUnits({ amount, currency }: { amount: number; currency: string }): string {
  const digits =
    new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions()
      .maximumFractionDigits ?? 2;
  return (amount / 10 ** digits).toFixed(digits);
}
