package io.memu4j.internal.understand.rules.cue;

import io.memu4j.internal.text.Words;
import io.memu4j.internal.understand.rules.sentence.Sentence;
import io.memu4j.model.MemoryType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Judges whether a sentence is worth remembering, and as what: the cues' weights are added up, and the type with most weight wins. The
 * place to change what is extracted: add a {@link Cue} or a {@link Veto} here.
 */
public final class Salience {
    private static final double ENOUGH = 3.0;
    private static final List<Veto> VETOES = List.of(
            new QuestionVeto(),
            new GreetingVeto(),
            new CommandVeto(),
            new FragmentVeto(),
            new UnnamedVeto(),
            new DocumentVeto(),
            new AssistantVeto());
    private static final List<Cue> CUES = List.of(
            new FirstPersonCue(),
            new SelfFactCue(),
            new PreferenceCue(),
            new RelationshipCue(),
            new HealthCue(),
            new WorkCue(),
            new HappeningCue(),
            new PlanCue(),
            new TimeCue(),
            new RoutineCue(),
            new DefinitionCue(),
            new AbilityCue(),
            new ToolCue(),
            new SpecificsCue(),
            new RememberCue(),
            new ContentCue(),
            new DemonstrativeCue(),
            new ChatterCue());

    private final List<MemoryType> types;

    /** @param types those that may be given; a sentence that fits none of them is not remembered */
    public Salience(List<MemoryType> types) {
        this.types = List.copyOf(types);
    }

    /** What a sentence is worth. */
    public record Judgement(MemoryType type, double score) {}

    /** The judgement of a sentence worth remembering, or empty. */
    public Optional<Judgement> judge(Sentence sentence) {
        if (VETOES.stream().anyMatch(veto -> veto.rejects(sentence))) {
            return Optional.empty();
        }
        double score = 0;
        Map<MemoryType, Double> votes = new HashMap<>();
        votes.put(MemoryType.KNOWLEDGE, 0.1);
        if (sentence.speaker().mayTellOfThemselves() && sentence.has(Words.FIRST_PERSON)) {
            votes.put(MemoryType.PROFILE, 0.2);
        }
        for (Cue cue : CUES) {
            Evidence evidence = cue.weigh(sentence);
            boolean countsHere = evidence.type() == null || types.contains(evidence.type());
            score += countsHere ? evidence.weight() : 0;
            if (evidence.type() != null && countsHere) {
                votes.merge(evidence.type(), evidence.weight(), Double::sum);
            }
        }
        return score < ENOUGH ? Optional.empty() : judgement(sentence, votes, score);
    }

    private Optional<Judgement> judgement(Sentence sentence, Map<MemoryType, Double> votes, double score) {
        boolean factsAlone = !sentence.speaker().isPerson() && !sentence.has(Words.FIRST_PERSON);
        return types.stream()
                .filter(type -> votes.containsKey(type) && (!factsAlone || !type.equals(MemoryType.PROFILE)))
                .max((a, b) -> Double.compare(votes.getOrDefault(a, 0.0), votes.getOrDefault(b, 0.0)))
                .map(type -> new Judgement(type, score));
    }

    /** The judgement of an answer that is remembered with its question. */
    public Optional<Judgement> ofAnswer() {
        return types.contains(MemoryType.PROFILE)
                ? Optional.of(new Judgement(MemoryType.PROFILE, ENOUGH))
                : Optional.empty();
    }
}
