package io.memu4j.llm.langchain4j;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.output.Response;
import io.memu4j.error.ModelAnswerException;
import io.memu4j.model.EmbeddingSpace;
import io.memu4j.spi.llm.Embedded;
import io.memu4j.spi.llm.Usage;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** An embedding model of LangChain4j seen as one of ours. Many texts go out as several requests, some at a time. */
final class EmbeddingAdapter implements io.memu4j.spi.llm.EmbeddingModel {
    private final EmbeddingModel model;
    private final Endpoint endpoint;
    private final EmbeddingProfile profile;
    private final Attempts attempts;
    private final Parallel parallel;
    private final AtomicInteger unreported = new AtomicInteger();
    private volatile @Nullable EmbeddingSpace space;

    EmbeddingAdapter(
            EmbeddingModel model, Endpoint endpoint, EmbeddingProfile profile, Attempts attempts, Parallel parallel) {
        this.model = model;
        this.endpoint = endpoint;
        this.profile = profile;
        this.attempts = attempts;
        this.parallel = parallel;
    }

    /** Takes one request the first time, unless the model's dimension is known or it embedded something before. */
    @Override
    public EmbeddingSpace space() {
        EmbeddingSpace known = space;
        if (known == null) {
            Integer dimension = profile.dimension();
            known = dimension == null ? probed() : learned(dimension);
        }
        return known;
    }

    @Override
    public String name() {
        return endpoint.name();
    }

    private EmbeddingSpace probed() {
        if (profile.asksDimension()) {
            return learned(attempts.call(endpoint, model::dimension).value());
        }
        unreported.incrementAndGet();
        return learned(request(List.of("dimension")).vectors().get(0).length);
    }

    private synchronized EmbeddingSpace learned(int dimension) {
        EmbeddingSpace known = space;
        if (known == null) {
            known = new EmbeddingSpace(endpoint.name(), dimension);
            space = known;
        }
        return known;
    }

    @Override
    public List<float[]> embedAll(List<String> texts) {
        return embed(texts).vectors();
    }

    @Override
    public float[] embedQuery(String query) {
        return embedQuestion(query).vectors().get(0);
    }

    @Override
    public Embedded embed(List<String> texts) {
        return embedded(
                texts.stream().map(text -> profile.documentPrefix() + text).toList());
    }

    @Override
    public Embedded embedQuestion(String query) {
        return embedQuestions(List.of(query));
    }

    @Override
    public Embedded embedQuestions(List<String> wordings) {
        return embedded(
                wordings.stream().map(query -> profile.queryPrefix() + query).toList());
    }

    private Embedded embedded(List<String> texts) {
        List<List<String>> batches = new ArrayList<>();
        for (int from = 0; from < texts.size(); from += profile.batch()) {
            batches.add(texts.subList(from, Math.min(from + profile.batch(), texts.size())));
        }
        List<float[]> vectors = new ArrayList<>(texts.size());
        Usage usage = new Usage(0, 0);
        int retries = 0;
        for (Embedded part : parallel.map(batches, this::request)) {
            vectors.addAll(part.vectors());
            usage = Tokens.sum(usage, part.usage());
            retries += part.retries();
        }
        return new Embedded(vectors, usage, batches.size() + unreported.getAndSet(0), retries);
    }

    private Embedded request(List<String> texts) {
        List<TextSegment> segments =
                texts.stream().map(EmbeddingAdapter::segment).toList();
        Attempts.Done<Response<List<Embedding>>> done = attempts.call(endpoint, () -> model.embedAll(segments));
        List<Embedding> answer = done.value().content();
        if (answer == null || answer.size() != texts.size()) {
            throw unusable((answer == null ? 0 : answer.size()) + " vectors for " + texts.size()
                    + " texts. Expected one per text.");
        }
        List<float[]> vectors = answer.stream().map(this::unitVector).toList();
        Usage told = Tokens.of(done.value().tokenUsage());
        return new Embedded(vectors, new Usage(told.inputTokens(), 0), 1, done.retries());
    }

    /** LangChain4j refuses blank text; its vector has to be something, and a full stop says as little. */
    private static TextSegment segment(String text) {
        return TextSegment.from(text.isBlank() ? "." : text);
    }

    private float[] unitVector(Embedding embedding) {
        float[] vector = embedding.vector();
        int dimension = dimension(vector);
        if (vector.length != dimension) {
            throw unusable("a vector of " + vector.length + " numbers. Expected " + dimension + ".");
        }
        double squares = 0;
        for (float v : vector) {
            squares += (double) v * v;
        }
        double length = Math.sqrt(squares);
        if (!(length > 0) || Double.isInfinite(length)) {
            throw unusable("a vector that has no direction. Expected finite numbers that are not all 0.");
        }
        float[] unit = new float[vector.length];
        for (int i = 0; i < vector.length; i++) {
            unit[i] = (float) (vector[i] / length);
        }
        return unit;
    }

    /** The dimension all vectors have: the one known, or that of the first. */
    private int dimension(float[] vector) {
        return profile.dimension() == null && !profile.asksDimension()
                ? learned(Math.max(1, vector.length)).dimension()
                : space().dimension();
    }

    private ModelAnswerException unusable(String what) {
        return new ModelAnswerException(endpoint.subject() + " returned " + what);
    }
}
