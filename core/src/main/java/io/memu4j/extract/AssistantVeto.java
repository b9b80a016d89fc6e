package io.memu4j.extract;

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
