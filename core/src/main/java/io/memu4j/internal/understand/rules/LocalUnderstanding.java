package io.memu4j.internal.understand.rules;

import io.memu4j.internal.llm.CallEstimate;
import io.memu4j.internal.llm.ModelCalls;
import io.memu4j.internal.text.Language;
import io.memu4j.internal.understand.Statement;
import io.memu4j.internal.understand.Understanding;
import io.memu4j.internal.understand.UnderstandingRequest;
import io.memu4j.internal.understand.UnderstandingResult;
import io.memu4j.internal.understand.rules.cue.Salience;
import io.memu4j.internal.understand.rules.cue.Salience.Judgement;
import io.memu4j.internal.understand.rules.sentence.Sentence;
import io.memu4j.internal.understand.rules.sentence.SentenceSplitter;
import io.memu4j.internal.understand.rules.sentence.Speaker;
import io.memu4j.internal.value.Digests;
import io.memu4j.model.MemoryType;
import io.memu4j.model.Modality;
import io.memu4j.model.Passage;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Understands text by rules, without a chat model, a key or the network: the salient sentences of a conversation or document become
 * statements, each with its speaker and its date. The rules are listed in {@link Salience}. Deterministic; a few microseconds per word.
 */
public final class LocalUnderstanding implements Understanding {
    private static final int RULES_VERSION = 1;
    private static final int LONGEST_STATEMENT = 600;

    private final List<MemoryType> types;
    private final Salience salience;

    /** @param types the types of statements that may be found */
    public LocalUnderstanding(List<MemoryType> types) {
        this.types = List.copyOf(types);
        this.salience = new Salience(types);
    }

    @Override
    public String fingerprint() {
        String names = types.stream().map(MemoryType::name).collect(Collectors.joining(","));
        String full = "local/" + RULES_VERSION + " " + names;
        return full.length() <= 200 ? full : "local/" + RULES_VERSION + " " + Digests.sha256(names);
    }

    @Override
    public CallEstimate estimate(UnderstandingRequest text) {
        return CallEstimate.NOTHING;
    }

    @Override
    public CallEstimate estimate(int textTokens) {
        return CallEstimate.NOTHING;
    }

    @Override
    public UnderstandingResult understand(UnderstandingRequest text, ModelCalls models) {
        Set<String> names = new LinkedHashSet<>();
        text.context().forEach(p -> names.add(Speaker.of(p).label()));
        text.fresh().forEach(p -> names.add(Speaker.of(p).label()));
        List<StatementCandidate> candidates = new ArrayList<>();
        Sentence last = lastOf(text.context(), names, text.modality());
        for (int i = 0; i < text.fresh().size(); i++) {
            List<Sentence> sentences = sentences(text.fresh().get(i), names, text.modality());
            for (Sentence sentence : sentences) {
                candidate(sentence, last, i, candidates.size()).ifPresent(candidates::add);
            }
            last = sentences.isEmpty() ? null : sentences.get(sentences.size() - 1);
        }
        List<Statement> statements = StatementSelection.of(
                        candidates, text.fresh().size())
                .stream()
                .map(StatementCandidate::statement)
                .toList();
        return new UnderstandingResult(
                text.wantCaption() ? Captions.of(text, statements) : null, statements, List.of());
    }

    private static @Nullable Sentence lastOf(List<Passage> context, Set<String> names, Modality modality) {
        List<Sentence> sentences =
                context.isEmpty() ? List.of() : sentences(context.get(context.size() - 1), names, modality);
        return sentences.isEmpty() ? null : sentences.get(sentences.size() - 1);
    }

    private static List<Sentence> sentences(Passage passage, Set<String> names, Modality modality) {
        String raw = modality == Modality.DOCUMENT ? Markup.removed(passage.text()) : passage.text();
        SharedPhotos photos = SharedPhotos.of(StageDirections.removed(raw));
        Speaker speaker = Speaker.of(passage);
        Language language = Language.of(photos.text());
        Openings openings = new Openings(language, names);
        List<Sentence> sentences = new ArrayList<>();
        for (String written : SentenceSplitter.sentences(photos.text(), language)) {
            String proper = speaker.kind() == Speaker.Kind.AUTHOR ? written : openings.removed(written);
            if (!proper.isEmpty()) {
                String whole = speaker.isPerson() ? whole(proper, language) : proper;
                String photo =
                        photos.captions().isEmpty() ? null : photos.captions().get(0);
                sentences.add(Sentence.of(passage, sentences.size(), speaker, language, whole, photo));
            }
        }
        return sentences;
    }

    private static String whole(String sentence, Language language) {
        return PresupposedFact.of(DroppedSubject.restored(sentence, language), language);
    }

    private Optional<StatementCandidate> candidate(
            Sentence sentence, @Nullable Sentence before, int passageIndex, int position) {
        Optional<Judgement> judged = salience.judge(sentence);
        String worded = judged.isPresent()
                ? Attribution.worded(sentence)
                : ShortAnswer.worded(before, sentence).orElse("");
        if (worded.isEmpty() || worded.length() > LONGEST_STATEMENT) {
            return Optional.empty();
        }
        return judged.or(salience::ofAnswer)
                .map(judgement -> new StatementCandidate(
                        position,
                        passageIndex,
                        judgement.type(),
                        judgement.score(),
                        worded,
                        sentence.terms(),
                        sentence.spokenTime().orElse(null),
                        citations(sentence, judged.isPresent() ? null : before)));
    }

    private static List<String> citations(Sentence sentence, @Nullable Sentence question) {
        String own = sentence.passage().id();
        return question == null ? List.of(own) : List.of(question.passage().id(), own);
    }
}
