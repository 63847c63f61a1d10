import { redirect } from "next/navigation";

export default function ClientHome() {
  redirect("/c/messages");
}
