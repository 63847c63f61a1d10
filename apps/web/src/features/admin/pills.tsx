import { Lock } from "lucide-react";
import { useTranslations } from "next-intl";
import { Badge, StatusPill } from "../../ui/badge.tsx";

/** Whether a practice's page is open. */
export function PracticePill({ suspendedAt }: { suspendedAt: string | null }) {
  const t = useTranslations("admin.practice");
  return suspendedAt ? (
    <StatusPill tone="bad" icon={Lock}>
      {t("suspended")}
    </StatusPill>
  ) : (
    <StatusPill tone="good">{t("open")}</StatusPill>
  );
}

export function RoleBadge({ role }: { role: "user" | "admin" }) {
  const t = useTranslations("admin.role");
  return role === "admin" ? <Badge tone="action">{t("admin")}</Badge> : <>{t("user")}</>;
}

export function VerifiedPill({ verified }: { verified: boolean }) {
  const t = useTranslations("admin.person");
  return verified ? (
    <StatusPill tone="good">{t("verified")}</StatusPill>
  ) : (
    <StatusPill tone="waiting">{t("unverified")}</StatusPill>
  );
}
