package io.memu4j.llm.langchain4j;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.output.Response;
import io.memu4j.error.ModelAnswerException;
import io.memu4j.error.ModelException;
import io.memu4j.model.EmbeddingSpace;
import io.memu4j.model.Usage;
import io.memu4j.spi.llm.Embedded;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An embedding model of LangChain4j seen as one of ours. Many texts go out as several requests, some at a time. */
final class EmbeddingAdapter implements io.memu4j.spi.llm.TextEmbedder {
    private static final Logger log = LoggerFactory.getLogger(EmbeddingAdapter.class);

    private final EmbeddingModel model;
    private final Endpoint endpoint;
    private final EmbeddingProfile profile;
    private final Attempts attempts;
    private final Parallel parallel;
    private final TextLimit limit;
    private volatile @Nullable EmbeddingSpace space;

    EmbeddingAdapter(
            EmbeddingModel model, Endpoint endpoint, EmbeddingProfile profile, Attempts attempts, Parallel parallel) {
        this.model = model;
        this.endpoint = endpoint;
        this.profile = profile;
        this.attempts = attempts;
        this.parallel = parallel;
        this.limit = new TextLimit(profile.textTokens());
        Integer dimension = profile.dimension();
        this.space = dimension == null ? null : new EmbeddingSpace(endpoint.name(), dimension);
    }

    /** Takes one request the first time, unless the model's dimension is known or it embedded something before. */
    @Override
    public EmbeddingSpace space() {
        EmbeddingSpace known = space;
        return known == null ? learned(request(List.of("dimension")).vectors().get(0).length) : known;
    }

    /** Empty until the model made a vector, unless its dimension is known by its name. */
    @Override
    public Optional<EmbeddingSpace> knownSpace() {
        return Optional.ofNullable(space);
    }

    @Override
    public String name() {
        return endpoint.name();
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
        List<List<String>> batches = limit.batches(texts, profile.batch());
        List<float[]> vectors = new ArrayList<>(texts.size());
        Usage usage = Usage.of(0, 0);
        int retries = 0;
        for (Embedded part : parallel.map(endpoint, batches, this::request)) {
            vectors.addAll(part.vectors());
            usage = Tokens.sum(usage, part.usage());
            retries += part.retries();
        }
        return new Embedded(vectors, usage, batches.size(), retries);
    }

    private Embedded request(List<String> texts) {
        Attempts.Done<Response<List<Embedding>>> done = asked(texts);
        List<Embedding> answer = done.value().content();
        if (answer == null || answer.size() != texts.size()) {
            throw unusable((answer == null ? 0 : answer.size()) + " vectors for " + texts.size()
                    + " texts. Expected one per text.");
        }
        List<float[]> vectors = answer.stream().map(this::unitVector).toList();
        Usage told = Tokens.of(done.value().tokenUsage());
        return new Embedded(vectors, Usage.of(told.inputTokens(), 0), 1, done.retries());
    }

    /** Where the model refuses texts as too long, they are cut more. */
    private Attempts.Done<Response<List<Embedding>>> asked(List<String> texts) {
        for (int refused = 0; ; refused++) {
            List<String> cut = texts.stream().map(limit::cut).toList();
            List<TextSegment> segments =
                    cut.stream().map(EmbeddingAdapter::segment).toList();
            try {
                Attempts.Done<Response<List<Embedding>>> done = attempts.call(endpoint, () -> model.embedAll(segments));
                return new Attempts.Done<>(done.value(), refused + done.retries());
            } catch (ModelException e) {
                int longest = cut.stream().mapToInt(TextLimit::estimate).max().orElse(0);
                if (!ModelFailures.isTooLong(e) || !limit.lower(longest)) {
                    throw e.after(refused + e.retries());
                }
                log.warn(
                        "{} refused texts as too long; they are cut to about {} tokens from now on. Say with"
                                + " ModelLimits.withMaxEmbeddedTokens(..) what it takes.",
                        endpoint.subject(),
                        limit.tokens());
            }
        }
    }

    /** LangChain4j refuses blank text; its vector has to be something, and a full stop says as little. */
    private static TextSegment segment(String text) {
        return TextSegment.from(text.isBlank() ? "." : text);
    }

    private float[] unitVector(Embedding embedding) {
        float[] vector = embedding.vector();
        int dimension = learned(Math.max(1, vector.length)).dimension(); // that of the first is everybody's
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

    private ModelAnswerException unusable(String what) {
        return new ModelAnswerException(endpoint.subject() + " returned " + what);
    }
}
