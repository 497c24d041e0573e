import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { NestFactory } from "@nestjs/core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { documentsFolder } from "../builders/examples.ts";
import { recipe } from "./recipe.ts";

const TEXT = "姓名：林晓峰，电话：13900001234\n";
const LONGER = Buffer.alloc(20_000_001, "电话 ");

/** Sends a file to a recipe; what it answers. */
type Send = (name: string, bytes: Uint8Array) => Promise<Response>;

/** How each recipe is started: what sends to it, and what stops it. */
const recipes: Record<string, () => Promise<{ send: Send; close: () => Promise<unknown> }>> = {
  express: async () => {
    const { createApp } = await recipe("express/server.js");
    const { app, close } = createApp();
    return served(createServer(app), close, postForm);
  },
  fastify: async () => {
    const { createApp } = await recipe("fastify/server.js");
    const app = await createApp();
    const url = await app.listen({ port: 0, host: "127.0.0.1" });
    return { send: postForm(url), close: () => app.close() };
  },
  koa: async () => {
    const { createApp } = await recipe("koa/server.js");
    const { app, close } = createApp();
    return served(
      createServer(app.callback()),
      close,
      (url) => (name, bytes) =>
        fetch(`${url}/redact/${encodeURIComponent(name)}`, { method: "PUT", body: Buffer.from(bytes) }),
    );
  },
  nestjs: async () => {
    const { RedactModule } = await recipe("nestjs/redact.module.ts");
    const app = await NestFactory.create(RedactModule, { logger: false });
    await app.listen(0, "127.0.0.1");
    return { send: postForm(await app.getUrl()), close: () => app.close() };
  },
  next: async () => {
    const { POST } = await recipe("next/route.js");
    const send: Send = (name, bytes) =>
      POST(new Request("http://localhost/api/redact", { method: "POST", body: form(name, bytes) }));
    return { send, close: async () => undefined };
  },
};

function form(name: string, bytes: Uint8Array): FormData {
  const data = new FormData();
  data.append("file", new File([Buffer.from(bytes)], name));
  return data;
}

function postForm(url: string): Send {
  return (name, bytes) => fetch(`${url}/redact`, { method: "POST", body: form(name, bytes) });
}

async function served(server: Server, closeTuhei: () => Promise<unknown>, sendTo: (url: string) => Send) {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const close = async () => {
    await new Promise((resolve) => server.close(resolve));
    await closeTuhei();
  };
  return { send: sendTo(`http://127.0.0.1:${port}`), close };
}

describe.each(Object.keys(recipes))("%s", (name) => {
  let app: Awaited<ReturnType<(typeof recipes)[string]>>;
  beforeAll(async () => {
    app = await recipes[name]!();
  });
  afterAll(() => app.close());

  test("answers with a redacted copy", async () => {
    const response = await app.send("聊天.txt", Buffer.from(TEXT));
    expect(response.status).toBe(200);
    const text = await response.text();
    expect(text).toMatch(/^姓名：█+，电话：█+\n$/);
  });

  test("answers with the code of a file that is none, without its name or content", async () => {
    const response = await app.send("林晓峰.pdf", Buffer.from("%PDF-1.7 1 0 obj 13900001234"));
    expect(response.status).toBe(422);
    expect(await response.text()).toBe('{"error":"damaged"}');
  });

  test("refuses what is larger than it takes", async () => {
    const response = await app.send("a.txt", LONGER);
    expect(response.status).toBe(422);
    expect(((await response.json()) as { error: string }).error).toMatch(/too-large|LIMIT_FILE_SIZE/);
  });

  test("goes on after that", async () => {
    const response = await app.send("简历.pdf", readFileSync(join(documentsFolder, "简历.pdf")));
    expect(response.status).toBe(200);
    expect(
      Buffer.from(await response.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe("%PDF-");
  });
});
