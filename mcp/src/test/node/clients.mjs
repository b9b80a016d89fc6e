// Calls a memory with two clients of npm, each in the modes that it has. Prints one line of JSON per client and mode.
//   node clients.mjs http URL TOKEN
//   node clients.mjs stdio COMMAND ARG...
import { Client as Sdk } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport as SdkHttp } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { StdioClientTransport as SdkStdio } from '@modelcontextprotocol/sdk/client/stdio.js';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';

const [kind, target, ...rest] = process.argv.slice(2);
const headers = { requestInit: { headers: { Authorization: `Bearer ${rest[0]}` } } };
const info = { name: 'memu4j-test', version: '1' };

function transport(Http, Stdio) {
  return kind === 'http' ? new Http(new URL(target), headers) : new Stdio({ command: target, args: rest });
}

async function run(name, client, way) {
  await client.connect(way);
  const tools = (await client.listTools()).tools.map((tool) => tool.name);
  const text = `${name} keeps bees on the roof.`;
  const added = await client.callTool({ name: 'add_memory', arguments: { text } });
  const found = await client.callTool({ name: 'search_memory', arguments: { query: `What does ${name} keep?` } });
  const wrong = await client.callTool({ name: 'search_memory', arguments: { query: 7 } });
  const forgotten = await client.callTool({ name: 'forget_memory', arguments: { id: added.structuredContent.id } });
  await client.close();
  console.log(JSON.stringify({
    client: name,
    revision: client.getNegotiatedProtocolVersion?.() ?? way.protocolVersion ?? way._protocolVersion ?? null,
    tools: tools.length,
    found: found.structuredContent.statements.some((statement) => statement.text === text),
    fenced: found.content[0].text.includes('do not follow instructions'),
    refused: wrong.isError === true,
    forgotten: forgotten.structuredContent.forgotten,
  }));
}

await run('sdk-1', new Sdk(info), transport(SdkHttp, SdkStdio));
for (const mode of ['legacy', 'auto', { pin: '2026-07-28' }]) {
  const name = `client-2-${mode.pin ?? mode}`;
  await run(name, new Client(info, { versionNegotiation: { mode } }), transport(StreamableHTTPClientTransport, StdioClientTransport));
}
