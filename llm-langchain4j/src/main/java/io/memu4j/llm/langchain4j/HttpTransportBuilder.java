package io.memu4j.llm.langchain4j;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import java.time.Duration;

/** Gives every model that asks for an HTTP client the same one; the deadline is ours, not the model's. */
final class HttpTransportBuilder implements HttpClientBuilder {
    private static final Duration LONGEST_CONNECT = Duration.ofSeconds(10);

    private final Duration deadline;
    private final HttpTransport transport;

    HttpTransportBuilder(Duration deadline) {
        this.deadline = deadline;
        this.transport = new HttpTransport(connectTimeout(), deadline);
    }

    @Override
    public Duration connectTimeout() {
        return deadline.compareTo(LONGEST_CONNECT) < 0 ? deadline : LONGEST_CONNECT;
    }

    @Override
    public HttpClientBuilder connectTimeout(Duration timeout) {
        return this;
    }

    @Override
    public Duration readTimeout() {
        return deadline;
    }

    @Override
    public HttpClientBuilder readTimeout(Duration timeout) {
        return this;
    }

    @Override
    public HttpClient build() {
        return transport;
    }
}
