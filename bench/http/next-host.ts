export async function nextHost(_url: string): Promise<{ port: number; stop(): void } | null> {
  return null;
}
