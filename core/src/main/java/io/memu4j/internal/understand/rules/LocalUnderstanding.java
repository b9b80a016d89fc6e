package io.memu4j.internal.understand.rules;

import io.memu4j.internal.llm.CallEstimate;
import io.memu4j.internal.llm.ModelCalls;
import io.memu4j.internal.text.Language;
import io.memu4j.internal.text.WordTokens;
import io.memu4j.internal.understand.Statement;
import io.memu4j.internal.understand.Understanding;
import io.memu4j.internal.understand.UnderstandingRequest;
import io.memu4j.internal.understand.UnderstandingResult;
import io.memu4j.internal.understand.rules.Answers.Question;
import io.memu4j.internal.understand.rules.sentence.Sentence;
import io.memu4j.internal.understand.rules.sentence.SentenceSplitter;
import io.memu4j.internal.understand.rules.sentence.Speaker;
import io.memu4j.internal.value.Digests;
import io.memu4j.model.MemoryType;
import io.memu4j.model.Passage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Understands text without a chat model, a key or the network: it cuts out what people say about themselves and what they name, word for
 * word. Deterministic; linear in the length of the text.
 */
public final class LocalUnderstanding implements Understanding {
    /** Grows with every change that finds other statements in the same text. */
    private static final int RULES_VERSION = 4;

    private static final String RULES = "local/";

    private static final int QUESTIONS_OF = 2;

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
        String full = RULES + RULES_VERSION + " " + names;
        return full.length() <= 200 ? full : RULES + RULES_VERSION + " " + Digests.sha256(names);
    }

    /** Whether earlier rules than these have the fingerprint. A chat model has another. */
    public static boolean isOutdated(String fingerprint) {
        return fingerprint.startsWith(RULES) && !fingerprint.startsWith(RULES + RULES_VERSION + " ");
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
        Set<String> names = new HashSet<>();
        Stream.concat(text.context().stream(), text.fresh().stream())
                .map(passage -> WordTokens.of(Speaker.of(passage).label()).words())
                .forEach(words -> names.addAll(words.subList(0, Math.min(1, words.size()))));
        List<List<Sentence>> before = new ArrayList<>();
        int context = text.context().size();
        text.context()
                .subList(Math.max(0, context - QUESTIONS_OF), context)
                .forEach(p -> before.add(sentences(p, names)));
        boolean toAssistant = people(text) < 2;
        List<Candidate> candidates = new ArrayList<>();
        for (Passage passage : text.fresh()) {
            List<Sentence> sentences = sentences(passage, names);
            candidates.addAll(new PassageReader(salience, questions(before, passage), toAssistant).read(sentences));
            before.add(sentences);
        }
        List<Statement> statements =
                withoutRepeats(candidates).stream().map(Candidate::statement).toList();
        return new UnderstandingResult(
                text.wantCaption() ? Captions.of(text, statements) : null, statements, List.of());
    }

    private static long people(UnderstandingRequest text) {
        return Stream.concat(text.context().stream(), text.fresh().stream())
                .map(Speaker::of)
                .filter(Speaker::isPerson)
                .distinct()
                .limit(2)
                .count();
    }

    /** The questions of the messages right before, where somebody else said them. */
    private static List<Question> questions(List<List<Sentence>> before, Passage passage) {
        Speaker speaker = Speaker.of(passage);
        List<Question> questions = new ArrayList<>();
        for (int i = Math.max(0, before.size() - QUESTIONS_OF); i < before.size(); i++) {
            List<Sentence> sentences = before.get(i);
            if (sentences.stream().anyMatch(sentence -> sentence.speaker().equals(speaker))) {
                questions.clear();
            } else {
                for (int at = 0; at < sentences.size(); at++) {
                    if (sentences.get(at).isQuestion()) {
                        questions.add(new Question(sentences.get(at), whole(sentences, at)));
                    }
                }
            }
        }
        return questions;
    }

    /** A question with the sentence before it, where it goes on from that. */
    private static Sentence whole(List<Sentence> sentences, int at) {
        Sentence question = sentences.get(at);
        boolean follows = at > 0
                && question.language().isEnglish()
                && sentences.get(at - 1).number() == question.number() - 1
                && !sentences.get(at - 1).isQuestion()
                && Pronouns.pointBack(question);
        Sentence both = follows ? PassageReader.joined(sentences, at - 1, at) : question;
        return follows && !Pronouns.pointBack(both) ? both : question;
    }

    private static List<Sentence> sentences(Passage passage, Set<String> names) {
        Speaker speaker = Speaker.of(passage);
        List<Sentence> sentences = new ArrayList<>();
        int number = 0;
        Language language = Language.of(passage.text());
        for (String block : Prose.of(passage.text()).blocks()) {
            language = Language.ofSentence(block, language);
            for (String sentence : SentenceSplitter.sentences(block, language)) {
                sentences.add(Sentence.of(passage, number++, speaker, language, sentence, names));
            }
            number += block.isEmpty() ? 1 : 0;
        }
        return sentences;
    }

    /** What was said twice is kept once, with both passages. */
    private static List<Candidate> withoutRepeats(List<Candidate> candidates) {
        Map<Candidate.Key, Candidate> kept = new LinkedHashMap<>();
        candidates.forEach(candidate -> kept.merge(candidate.key(), candidate, Candidate::provenBy));
        return List.copyOf(kept.values());
    }
}
