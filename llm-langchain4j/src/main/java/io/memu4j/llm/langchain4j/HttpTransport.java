package io.memu4j.llm.langchain4j;

import dev.langchain4j.exception.TimeoutException;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import io.memu4j.internal.http.LimitedBody;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP client under LangChain4j's models. One deadline covers a whole exchange, trickling answers included; an interrupt ends it;
 * redirects are not followed, since they would carry the key elsewhere; a body of more than 64 MiB is not read. Error bodies lose the key they may quote.
 */
final class HttpTransport implements HttpClient {
    private static final int MOST_OF_AN_ERROR = 4_000;
    private static final int MOST_OF_AN_ANSWER = 64 << 20;

    private final java.net.http.HttpClient client;
    private final Duration deadline;
    private final int mostBytes;
    private final Clock clock;

    HttpTransport(Duration connectTimeout, Duration deadline) {
        this(connectTimeout, deadline, MOST_OF_AN_ANSWER, Clock.systemUTC());
    }

    /**
     * @param mostBytes of an answer
     * @param clock what a server's Retry-After with a date is compared with
     */
    HttpTransport(Duration connectTimeout, Duration deadline, int mostBytes, Clock clock) {
        this.clock = clock;
        this.mostBytes = mostBytes;
        this.client = java.net.http.HttpClient.newBuilder()
                .version(Version.HTTP_1_1)
                .followRedirects(Redirect.NEVER)
                .connectTimeout(connectTimeout)
                .build();
        this.deadline = deadline;
    }

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        HttpResponse<byte[]> response = exchange(converted(request));
        int status = response.statusCode();
        if (status < 200 || status > 299) {
            throw new HttpRefusal(status, errorText(response.body(), request), retryAfter(response));
        }
        return SuccessfulHttpResponse.builder()
                .statusCode(status)
                .headers(response.headers().map())
                .body(body(request, response))
                .build();
    }

    /** @throws UnsupportedOperationException always: memory needs whole answers */
    @Override
    public void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        throw new UnsupportedOperationException("Streaming is not used.");
    }

    private HttpResponse<byte[]> exchange(java.net.http.HttpRequest request) {
        CompletableFuture<HttpResponse<byte[]>> answer =
                client.sendAsync(request, info -> new LimitedBody(mostBytes, () -> new AnswerTooLong(mostBytes)));
        try {
            return answer.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (java.util.concurrent.TimeoutException e) {
            throw new TimeoutException(e);
        } catch (InterruptedException e) {
            throw new Interruption(e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException failed
                    ? new UncheckedIOException(failed)
                    : new IllegalStateException(e.getCause());
        } finally {
            answer.cancel(true);
        }
    }

    private static String body(HttpRequest request, HttpResponse<byte[]> response) {
        String body = new String(response.body(), StandardCharsets.UTF_8);
        return request.url().endsWith("/embeddings") ? EmbeddingOrder.restored(body) : body;
    }

    private static java.net.http.HttpRequest converted(HttpRequest request) {
        var builder = java.net.http.HttpRequest.newBuilder(URI.create(request.url()));
        request.headers().forEach((name, values) -> {
            if (!name.equalsIgnoreCase("Content-Type")
                    || request.formDataFiles().isEmpty()) {
                values.forEach(value -> builder.header(name, value));
            }
        });
        if (!request.formDataFiles().isEmpty() || !request.formDataFields().isEmpty()) {
            Multipart form = Multipart.of(request.formDataFields(), request.formDataFiles());
            builder.setHeader("Content-Type", form.contentType());
            return builder.method(request.method().name(), BodyPublishers.ofByteArray(form.bytes()))
                    .build();
        }
        String body = request.body();
        return builder.method(
                        request.method().name(),
                        body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body, StandardCharsets.UTF_8))
                .build();
    }

    private @Nullable Duration retryAfter(HttpResponse<byte[]> response) {
        String milliseconds = response.headers().firstValue("retry-after-ms").orElse("");
        if (milliseconds.matches("\\d{1,9}")) {
            return Duration.ofMillis(Long.parseLong(milliseconds));
        }
        return response.headers()
                .firstValue("Retry-After")
                .map(value -> RetryAfter.parse(value, clock.instant()))
                .orElse(null);
    }

    private static String errorText(byte[] body, HttpRequest request) {
        String text = new String(body, StandardCharsets.UTF_8);
        for (var header : request.headers().entrySet()) {
            if (header.getKey().toLowerCase(Locale.ROOT).equals("authorization")) {
                text = withoutKeys(text, header.getValue());
            }
        }
        // Cut last: half a key would not be found.
        return text.substring(0, Math.min(text.length(), MOST_OF_AN_ERROR));
    }

    private static String withoutKeys(String text, List<String> values) {
        String plain = text;
        for (String value : values) {
            String key = value.replaceFirst("(?i)^Bearer\\s+", "");
            if (!key.isBlank()) {
                String base64 =
                        Base64.getEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8));
                plain = plain.replace(key, "[key]")
                        .replace(URLEncoder.encode(key, StandardCharsets.UTF_8), "[key]")
                        .replace(base64, "[key]");
            }
        }
        return plain;
    }
}
