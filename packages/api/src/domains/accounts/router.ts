import * as s from "@odys/shared/accounts/schema";
import { router } from "../../trpc/init.ts";
import { professionalProcedure, publicProcedure, userProcedure } from "../../trpc/ladder.ts";
import { completeOnboarding } from "./complete-onboarding.ts";
import { getMe } from "./get-me.ts";
import { getOnboarding } from "./get-onboarding.ts";
import { getProfile } from "./get-profile.ts";
import { listDevices } from "./list-devices.ts";
import { register } from "./register.ts";
import { removeAvatar } from "./remove-avatar.ts";
import { requestPasswordReset } from "./request-password-reset.ts";
import { resendVerification } from "./resend-verification.ts";
import { resetPassword } from "./reset-password.ts";
import { revokeDevice } from "./revoke-device.ts";
import { revokeOtherDevices } from "./revoke-other-devices.ts";
import { saveOnboarding } from "./save-onboarding.ts";
import { signIn } from "./sign-in.ts";
import { signOut } from "./sign-out.ts";
import { updateMe } from "./update-me.ts";
import { updateProfile } from "./update-profile.ts";
import { verifyEmail } from "./verify-email.ts";

export const accountsRouter = router({
  register: publicProcedure
    .meta({
      public: true,
      rateLimit: ["register", "mailAccount"],
      responseFloor: true,
      openapi: { method: "POST", path: "/auth/register", tags: ["auth"] },
    })
    .input(s.registerInput)
    .output(s.done)
    .mutation(({ ctx, input }) => register(ctx, input)),
  verifyEmail: publicProcedure
    .meta({
      public: true,
      rateLimit: "signIn",
      openapi: { method: "POST", path: "/auth/verify", tags: ["auth"] },
    })
    .input(s.tokenInput)
    .output(s.signedIn)
    .mutation(({ ctx, input }) => verifyEmail(ctx, input)),
  resendVerification: publicProcedure
    .meta({
      public: true,
      rateLimit: ["signIn", "mailAccount"],
      responseFloor: true,
      openapi: { method: "POST", path: "/auth/verify/resend", tags: ["auth"] },
    })
    .input(s.emailInput)
    .output(s.done)
    .mutation(({ ctx, input }) => resendVerification(ctx, input)),
  signIn: publicProcedure
    .meta({
      public: true,
      rateLimit: ["signIn", "signInAccount"],
      responseFloor: true,
      openapi: { method: "POST", path: "/auth/login", tags: ["auth"] },
    })
    .input(s.signInInput)
    .output(s.signedIn)
    .mutation(({ ctx, input }) => signIn(ctx, input)),
  signOut: publicProcedure
    .meta({ public: true, openapi: { method: "POST", path: "/auth/logout", tags: ["auth"] } })
    .input(s.emptyBody)
    .output(s.done)
    .mutation(({ ctx }) => signOut(ctx)),
  requestPasswordReset: publicProcedure
    .meta({
      public: true,
      rateLimit: ["signIn", "mailAccount"],
      responseFloor: true,
      openapi: { method: "POST", path: "/auth/password/forgot", tags: ["auth"] },
    })
    .input(s.emailInput)
    .output(s.done)
    .mutation(({ ctx, input }) => requestPasswordReset(ctx, input)),
  resetPassword: publicProcedure
    .meta({
      public: true,
      rateLimit: "signIn",
      openapi: { method: "POST", path: "/auth/password/reset", tags: ["auth"] },
    })
    .input(s.resetPasswordInput)
    .output(s.done)
    .mutation(({ ctx, input }) => resetPassword(ctx, input)),
  me: publicProcedure
    .meta({ public: true, openapi: { method: "GET", path: "/user/me", tags: ["user"] } })
    .input(s.nothing)
    .output(s.account.nullable())
    .query(({ ctx }) => getMe(ctx)),
  updateMe: userProcedure
    .meta({ openapi: { method: "PATCH", path: "/user/me", tags: ["user"] } })
    .input(s.updateMeInput)
    .output(s.account)
    .mutation(({ ctx, input }) => updateMe(ctx, input)),
  listDevices: userProcedure
    .meta({ openapi: { method: "GET", path: "/user/devices", tags: ["user"] } })
    .input(s.nothing)
    .output(s.devices)
    .query(({ ctx }) => listDevices(ctx)),
  revokeDevice: userProcedure
    .meta({ openapi: { method: "DELETE", path: "/user/devices/{id}", tags: ["user"] } })
    .input(s.revokeDeviceInput)
    .output(s.done)
    .mutation(({ ctx, input }) => revokeDevice(ctx, input)),
  revokeOtherDevices: userProcedure
    .meta({ openapi: { method: "DELETE", path: "/user/devices", tags: ["user"] } })
    .input(s.emptyBody)
    .output(s.done)
    .mutation(({ ctx }) => revokeOtherDevices(ctx)),
  getOnboarding: userProcedure
    .meta({ openapi: { method: "GET", path: "/onboarding", tags: ["onboarding"] } })
    .input(s.nothing)
    .output(s.onboarding)
    .query(({ ctx }) => getOnboarding(ctx)),
  saveOnboarding: userProcedure
    .meta({ openapi: { method: "PATCH", path: "/onboarding", tags: ["onboarding"] } })
    .input(s.onboardingDraft)
    .output(s.onboarding)
    .mutation(({ ctx, input }) => saveOnboarding(ctx, input)),
  completeOnboarding: userProcedure
    .meta({
      rateLimit: "onboarding",
      openapi: { method: "POST", path: "/onboarding", tags: ["onboarding"] },
    })
    .input(s.onboardingDraft)
    .output(s.practiceCard)
    .mutation(({ ctx, input }) => completeOnboarding(ctx, input)),
  getProfile: professionalProcedure
    .meta({ openapi: { method: "GET", path: "/profile", tags: ["profile"] } })
    .input(s.nothing)
    .output(s.profile)
    .query(({ ctx }) => getProfile(ctx)),
  updateProfile: professionalProcedure
    .meta({ openapi: { method: "PATCH", path: "/profile", tags: ["profile"] } })
    .input(s.updateProfileInput)
    .output(s.profile)
    .mutation(({ ctx, input }) => updateProfile(ctx, input)),
  removeAvatar: professionalProcedure
    .meta({ openapi: { method: "DELETE", path: "/profile/avatar", tags: ["profile"] } })
    .input(s.emptyBody)
    .output(s.done)
    .mutation(({ ctx }) => removeAvatar(ctx)),
});
