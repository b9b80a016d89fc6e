package io.memu4j.mcp;

import io.memu4j.MemoryServiceFactory;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Serves the memory of one user with one agent to one client, which starts this process and talks to it by lines of JSON.
 *
 * <p>One request is answered after the other. Nothing else may write to the output: {@code System.out} of the process belongs to the
 * protocol.
 */
public final class McpStdio {
    /** The longest line that is read, in bytes. */
    public static final int MAX_LINE = 4 << 20;

    private static final int BAD_REQUEST = 400;

    private final McpHandler handler;
    private final McpGrant grant;

    private McpStdio(McpHandler handler, McpGrant grant) {
        this.handler = handler;
        this.grant = grant;
    }

    /**
     * Makes a server.
     *
     * @param memory the memory; the caller closes it
     * @param grant whose memory, and whether it may be changed
     * @return the server
     */
    public static McpStdio of(MemoryServiceFactory memory, McpGrant grant) {
        return new McpStdio(McpHandler.of(memory), grant);
    }

    /**
     * Answers requests until the input ends.
     *
     * @param in where the client writes, UTF-8
     * @param out where it reads
     * @throws IOException if one of them fails
     */
    public void serve(InputStream in, OutputStream out) throws IOException {
        InputStream lines = new BufferedInputStream(in);
        for (int next = lines.read(); next >= 0; next = lines.read()) {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            boolean whole = true;
            for (; next >= 0 && next != '\n'; next = lines.read()) {
                if (line.size() < MAX_LINE) {
                    line.write(next);
                } else {
                    whole = false;
                }
            }
            if (!line.toString(StandardCharsets.UTF_8).isBlank()) {
                write(
                        whole
                                ? handler.answer(grant, line.toByteArray(), null)
                                : handler.refused(BAD_REQUEST, "A message is longer than " + MAX_LINE + " bytes."),
                        out);
            }
        }
    }

    private static void write(McpReply reply, OutputStream out) throws IOException {
        String body = reply.body();
        if (body != null) {
            out.write((body + "\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
        }
    }
}
