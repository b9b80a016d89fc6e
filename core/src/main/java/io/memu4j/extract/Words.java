package io.memu4j.extract;

/** The word lists a language may have; a language without one of them has no words there. */
enum Words {
    STOP,
    FIRST_PERSON,
    SECOND_PERSON,
    GREETING,
    THANKS,
    PREFERENCE,
    PLAN,
    WISH,
    ROUTINE,
    FAMILY,
    HEALTH,
    WORK,
    ORIGIN,
    PAST,
    ABLE,
    TOOL,
    REMEMBER,
    MEANING,
    SMALLTALK,
    NOW,
    CHATTING,
    MOOD,
    VAGUE,
    TAIL,
    OPENING
}
