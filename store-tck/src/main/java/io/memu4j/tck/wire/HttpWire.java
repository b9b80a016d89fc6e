package io.memu4j.tck.wire;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** As much HTTP/1.1 as a test needs: one request per connection. */
final class HttpWire {
    private static final long TRICKLE_MILLIS = 50;

    private HttpWire() {}

    /** What was sent is no HTTP. */
    static final class NoHttp extends IOException {
        private static final long serialVersionUID = 1L;
    }

    static WireRequest read(InputStream in) throws IOException {
        String start = line(in);
        String[] first = start.split(" ", -1);
        if (start.isEmpty()) {
            throw new EOFException("No request.");
        }
        if (first.length != 3 || !first[2].startsWith("HTTP/")) {
            throw new NoHttp();
        }
        Map<String, String> headers = new HashMap<>();
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            int colon = header.indexOf(':');
            headers.put(
                    header.substring(0, colon).toLowerCase(Locale.ROOT),
                    header.substring(colon + 1).strip());
        }
        byte[] body = headers.getOrDefault("transfer-encoding", "").equalsIgnoreCase("chunked")
                ? chunks(in)
                : in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
        return new WireRequest(first[0], first[1], headers, body);
    }

    static void write(WireReply reply, OutputStream out) throws IOException, InterruptedException {
        Thread.sleep(reply.before().toMillis());
        if (reply.manner() == WireReply.Manner.DROPPED) {
            return;
        }
        StringBuilder head = new StringBuilder("HTTP/1.1 " + reply.status() + " Scripted\r\n");
        reply.headers()
                .forEach((name, value) ->
                        head.append(name).append(": ").append(value).append("\r\n"));
        head.append("Content-Type: application/json\r\nConnection: close\r\nContent-Length: ")
                .append(reply.body().length)
                .append("\r\n\r\n");
        out.write(head.toString().getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
        switch (reply.manner()) {
            case TRUNCATED -> out.write(reply.body(), 0, reply.body().length / 2);
            case TRICKLING -> {
                for (byte b : reply.body()) {
                    out.write(b);
                    out.flush();
                    Thread.sleep(TRICKLE_MILLIS);
                }
            }
            default -> out.write(reply.body());
        }
        out.flush();
    }

    private static byte[] chunks(InputStream in) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = size(in); size > 0; size = size(in)) {
            body.write(in.readNBytes(size));
            line(in);
        }
        line(in);
        return body.toByteArray();
    }

    private static int size(InputStream in) throws IOException {
        return Integer.parseInt(line(in).split(";", -1)[0].strip(), 16);
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new EOFException("The connection ended within a line.");
            }
            if (b != '\r') {
                line.write(b);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }
}
