package io.memu4j.internal.understand.rules.cue;

import io.memu4j.internal.text.Words;
import io.memu4j.internal.understand.rules.sentence.Sentence;
import io.memu4j.internal.understand.rules.sentence.Speaker;

/** What a program says of the user, of itself or by way of talk; facts about the world may stay. */
final class AssistantVeto implements Veto {
    @Override
    public boolean rejects(Sentence sentence) {
        if (sentence.speaker().kind() != Speaker.Kind.ASSISTANT) {
            return false;
        }
        boolean personal = sentence.has(Words.FIRST_PERSON) || sentence.has(Words.SECOND_PERSON);
        return personal || !sentence.has(Words.MEANING);
    }
}
