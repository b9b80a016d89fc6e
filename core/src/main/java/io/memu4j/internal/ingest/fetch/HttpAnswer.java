package io.memu4j.internal.ingest.fetch;

import io.memu4j.error.ResourceAccessException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what a server says about the bytes it sends. */
final class HttpAnswer {
    private static final Pattern CHARSET =
            Pattern.compile("charset\\s*=\\s*\"?([\\w.:-]{1,40})", Pattern.CASE_INSENSITIVE);

    private static final Pattern TELLING =
            Pattern.compile(".*\\.(json|jsonl|ndjson|md|markdown|txt)", Pattern.CASE_INSENSITIVE);

    private HttpAnswer() {}

    /** @throws ResourceAccessException when the server did not succeed */
    static Fetched toFetched(CheckedAddress target, HttpResponse<byte[]> answer) {
        if (answer.statusCode() != 200) {
            throw new ResourceAccessException(target.subject() + " answers with status " + answer.statusCode()
                    + ". Expected 200. Check the address.");
        }
        SourceSize.requireWithin(target.subject(), answer.body().length, Long.MAX_VALUE);
        String type = answer.headers().firstValue("Content-Type").orElse("");
        String mediaType = type.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
        return new Fetched(
                answer.body(),
                fileName(target.uri(), mediaType),
                mediaType.isEmpty() ? null : mediaType,
                charset(type));
    }

    static URI withoutFragment(URI uri) {
        String text = uri.toString();
        int hash = text.indexOf('#');
        return hash < 0 ? uri : URI.create(text.substring(0, hash));
    }

    /** The last step of the path, with an extension for the media type unless it has one that tells more. */
    private static String fileName(URI uri, String mediaType) {
        String path = uri.getPath() == null ? "" : uri.getPath();
        String name = path.substring(path.lastIndexOf('/') + 1);
        if (TELLING.matcher(name).matches()) {
            return name;
        }
        return switch (mediaType) {
            case "application/json" -> name + ".json";
            case "application/jsonl", "application/x-ndjson" -> name + ".jsonl";
            case "text/markdown" -> name + ".md";
            case "text/plain" -> name + ".txt";
            default -> name;
        };
    }

    private static @Nullable Charset charset(String contentType) {
        Matcher named = CHARSET.matcher(contentType);
        try {
            return named.find() ? Charset.forName(named.group(1)) : null;
        } catch (IllegalArgumentException e) {
            // An unknown name: the bytes have to speak for themselves.
            return null;
        }
    }
}
