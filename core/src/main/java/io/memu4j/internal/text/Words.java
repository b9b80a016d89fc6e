package io.memu4j.internal.text;

/** Names the word lists that a language may have. A list that is missing is empty. */
public enum Words {
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
    OPENING,
    /** What a sentence starts with that goes on from another. */
    DEPENDENT,
    /** Before things that are named. */
    LEAD,
    /** Nouns too general to be a topic. */
    GENERAL,
    /** Adjectives and the like that no topic needs. */
    QUALITY,
    /** Verb forms that a noun may seem to go on with. */
    VERBS,
    /** Nouns that end in -ing. */
    ACTIVITY,
    /** Nouns that end like adjectives. */
    NOUN
}
