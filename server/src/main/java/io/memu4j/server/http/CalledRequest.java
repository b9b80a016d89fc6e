package io.memu4j.server.http;

import io.memu4j.server.api.Caller;
import io.memu4j.server.api.RequestRefused;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.Principal;

/** A request whose principal is the caller, and whose body ends where it gets too long. */
final class CalledRequest extends HttpServletRequestWrapper {
    private final Caller caller;
    private final long longest;

    CalledRequest(HttpServletRequest request, Caller caller, long longest) {
        super(request);
        this.caller = caller;
        this.longest = longest;
    }

    static RequestRefused tooLong(long longest) {
        return RequestRefused.of(413, "too-large", "The body is larger than " + longest + " bytes.");
    }

    @Override
    public Principal getUserPrincipal() {
        return caller;
    }

    @Override
    public String getRemoteUser() {
        return caller.subject();
    }

    @Override
    public BufferedReader getReader() throws IOException {
        return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        ServletInputStream body = super.getInputStream();
        return new ServletInputStream() {
            private long count;

            @Override
            public int read() throws IOException {
                int one = body.read();
                count(one < 0 ? 0 : 1);
                return one;
            }

            @Override
            public int read(byte[] into, int from, int most) throws IOException {
                int some = body.read(into, from, most);
                count(Math.max(some, 0));
                return some;
            }

            private void count(int more) {
                count += more;
                if (count > longest) {
                    throw tooLong(longest);
                }
            }

            @Override
            public int available() throws IOException {
                return body.available();
            }

            @Override
            public boolean isFinished() {
                return body.isFinished();
            }

            @Override
            public boolean isReady() {
                return body.isReady();
            }

            @Override
            public void setReadListener(ReadListener listener) {
                body.setReadListener(listener);
            }
        };
    }
}
