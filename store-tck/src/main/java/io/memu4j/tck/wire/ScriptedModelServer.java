package io.memu4j.tck.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Speaks the protocols of OpenAI ({@code /v1/chat/completions}, {@code /v1/embeddings}, {@code /v1/audio/transcriptions}) and Ollama
 * ({@code /api/chat}, {@code /api/embed}) on a free port of this machine. Chats are answered by a function of the request, texts get vectors
 * that are alike where their words are. Replies prepared with {@link #next} come first, whatever is asked. Thread-safe.
 */
public final class ScriptedModelServer implements AutoCloseable {
    private final ServerSocket socket;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "scripted-model-server");
        thread.setDaemon(true);
        return thread;
    });
    private final Deque<WireReply> prepared = new ArrayDeque<>();
    private final List<WireRequest> requests = new ArrayList<>();
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger mostOpen = new AtomicInteger();
    private Function<WireRequest, String> chat = request -> "Nothing.";
    private String heard = "Nothing.";
    private int longestText = Integer.MAX_VALUE;

    private ScriptedModelServer(ServerSocket socket) {
        this.socket = socket;
    }

    /** A running server. */
    public static ScriptedModelServer start() {
        try {
            ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            ScriptedModelServer server = new ScriptedModelServer(socket);
            server.threads.execute(server::accept);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The base URL of OpenAI's protocol. */
    public String openAiUrl() {
        return ollamaUrl() + "/v1";
    }

    /** The base URL of Ollama's protocol. */
    public String ollamaUrl() {
        return "http://127.0.0.1:" + socket.getLocalPort();
    }

    /** Prepares replies to the next requests, in order. */
    public synchronized ScriptedModelServer next(WireReply... replies) {
        prepared.addAll(List.of(replies));
        return this;
    }

    /** What chat models say. */
    public synchronized ScriptedModelServer chat(Function<WireRequest, String> answer) {
        chat = answer;
        return this;
    }

    /** What transcription models hear. */
    public synchronized ScriptedModelServer hears(String text) {
        heard = text;
        return this;
    }

    /** The longest text that gets a vector, in UTF-16 units; longer ones are refused in the words of vLLM. */
    public synchronized ScriptedModelServer embeds(int longest) {
        longestText = longest;
        return this;
    }

    /** Every request so far, in the order they came in. */
    public synchronized List<WireRequest> requests() {
        return List.copyOf(requests);
    }

    /** Requests whose path ends like that. */
    public List<WireRequest> requests(String path) {
        return requests().stream()
                .filter(request -> request.path().endsWith(path))
                .toList();
    }

    /** The most requests that were open at the same time. */
    public int mostAtATime() {
        return mostOpen.get();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            threads.shutdownNow();
        }
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                threads.execute(() -> serve(connection));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            WireRequest request = read(connection);
            if (request == null) {
                return;
            }
            mostOpen.accumulateAndGet(open.incrementAndGet(), Math::max);
            try {
                HttpWire.write(reply(request), connection.getOutputStream());
            } finally {
                open.decrementAndGet();
            }
        } catch (IOException e) {
            // the client went away, as some tests want it to
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Null after an answer to something that is no HTTP, such as the beginning of TLS. */
    private static @Nullable WireRequest read(Socket connection) throws IOException, InterruptedException {
        try {
            return HttpWire.read(connection.getInputStream());
        } catch (HttpWire.NoHttp e) {
            HttpWire.write(WireReply.error(400, "no_http", "This is not HTTP."), connection.getOutputStream());
            return null;
        }
    }

    private WireReply reply(WireRequest request) {
        Function<WireRequest, String> say;
        String sound;
        int longest;
        synchronized (this) {
            requests.add(request);
            if (!prepared.isEmpty()) {
                return prepared.remove();
            }
            say = chat;
            sound = heard;
            longest = longestText;
        }
        if (request.path().contains("/embed") && WireAnswers.longestInput(request.json()) > longest) {
            return WireReply.error(
                    400,
                    "BadRequestError",
                    "This model's maximum context length is 512 tokens. However, you requested more in the input for"
                            + " embedding generation. Please reduce the length of the input.");
        }
        return switch (request.path()) {
            case "/v1/chat/completions" -> WireReply.of(200, WireAnswers.openAiChat(say.apply(request), "stop"));
            case "/v1/embeddings" ->
                WireReply.of(200, WireAnswers.openAiEmbeddings(WireAnswers.vectors(request.json())));
            case "/v1/audio/transcriptions" -> WireReply.of(200, WireAnswers.transcription(sound));
            case "/api/chat" -> WireReply.of(200, WireAnswers.ollamaChat(say.apply(request), "stop"));
            case "/api/embed" -> WireReply.of(200, WireAnswers.ollamaEmbeddings(WireAnswers.vectors(request.json())));
            default -> WireReply.error(404, "not_found", "There is no " + request.path() + ".");
        };
    }
}
