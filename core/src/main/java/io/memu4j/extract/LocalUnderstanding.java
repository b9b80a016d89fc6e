package io.memu4j.extract;

import io.memu4j.model.MemoryType;
import io.memu4j.model.Modality;
import io.memu4j.model.Passage;
import io.memu4j.time.TimeMention;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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
        return full.length() <= 200 ? full : "local/" + RULES_VERSION + " " + io.memu4j.model.Digests.sha256(names);
    }

    @Override
    public Understood understand(ToUnderstand text) {
        Set<String> names = new LinkedHashSet<>();
        text.context().forEach(p -> names.add(Speaker.of(p).label()));
        text.fresh().forEach(p -> names.add(Speaker.of(p).label()));
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < text.fresh().size(); i++) {
            for (Sentence sentence : sentences(text.fresh().get(i), names, text.modality())) {
                candidate(sentence, i, candidates.size()).ifPresent(candidates::add);
            }
        }
        List<Statement> statements = Selection.of(candidates, text.fresh().size()).stream()
                .map(Candidate::statement)
                .toList();
        return new Understood(text.wantCaption() ? Captions.of(text) : null, statements, null);
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
                String whole = speaker.isPerson() ? DroppedSubject.restored(proper, language) : proper;
                String photo =
                        photos.captions().isEmpty() ? null : photos.captions().get(0);
                sentences.add(Sentence.of(passage, sentences.size(), speaker, language, whole, photo));
            }
        }
        return sentences;
    }

    private Optional<Candidate> candidate(Sentence sentence, int passageIndex, int position) {
        return salience.judge(sentence)
                .map(judgement -> new Candidate(
                        position,
                        passageIndex,
                        judgement.type(),
                        judgement.score(),
                        Attribution.worded(sentence),
                        sentence.text(),
                        sentence.times().stream()
                                .map(TimeMention::when)
                                .min(Comparator.comparing(when -> when.precision()))
                                .orElse(null),
                        List.of(sentence.passage().id()),
                        sentence.language()))
                .filter(candidate -> candidate.text().length() <= LONGEST_STATEMENT);
    }
}
