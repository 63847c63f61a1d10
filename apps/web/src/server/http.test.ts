import { createServer, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { expect, test } from "vitest";
import { acceptUpgrades, drain, listen } from "./http.ts";

/** Sends a request line with its headers; resolves with the connection once anything is answered. */
function talk(server: Server, head: string) {
  const socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
  const answered = new Promise<string>((resolve) =>
    socket.once("data", (data: Buffer) => resolve(data.toString())),
  );
  const closed = new Promise<void>((resolve) => socket.once("close", () => resolve()));
  socket.on("error", () => {});
  socket.write(`${head}\r\nHost: odys.test\r\n\r\n`);
  return { answered, closed };
}

test("stopping does not wait for a page of development that keeps its live connection", async () => {
  const server = createServer();
  acceptUpgrades(server, (_req, socket) => {
    socket.write("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n\r\n");
  });
  await listen(server, 0);
  const page = talk(server, "GET /hmr HTTP/1.1\r\nConnection: Upgrade\r\nUpgrade: websocket");
  expect(await page.answered).toContain("101");
  await drain(server, 10_000);
  await page.closed;
});

test("stopping lets what is under way finish, and cuts it when it takes too long", async () => {
  const finish: (() => void)[] = [];
  const server = createServer((_req, res) => {
    res.flushHeaders();
    finish.push(() => res.end("done"));
  });
  await listen(server, 0);
  const [quick, endless] = [talk(server, "GET /a HTTP/1.1"), talk(server, "GET /b HTTP/1.1")];
  await Promise.all([quick.answered, endless.answered]);
  const stopped = drain(server, 300);
  finish[0]?.();
  await quick.closed;
  expect(await quick.answered).toContain("200");
  await endless.closed;
  await stopped;
  expect(server.listening).toBe(false);
});
