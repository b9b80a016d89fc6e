package io.memu4j.internal.text;

/** Names the word lists that a language may have. A list that is missing is empty. */
public enum Words {
    /** Small words, by which the language is told. */
    STOP,
    /** The speaker, alone or with others: I, my, we. */
    FIRST_PERSON,
    /** Those of the first person to whom something is done: me, us. */
    OBJECT,
    /** Forms of verbs that need no pronoun for the speaker. */
    OWN_VERB,
    SECOND_PERSON,
    /** Words that stand for something named before: it, there, that, they. */
    UNNAMED,
    /** Beginnings of greetings, thanks and reactions. */
    GREETING,
    /** What a sentence may start with before it says anything: yeah, well, by the way. */
    OPENING,
    /** Beginnings of questions. */
    QUESTION,
    /** Talk about the talk, and words for the listener. */
    CHATTER,
    /** Moods and praise. */
    MOOD,
    /** Words that say nothing by themselves. */
    VAGUE,
    /** What may be, will be or is meant: would, should, I think. */
    POSSIBLE,
    /** Words that make no difference between two statements. */
    FILLER,
    /** People a pronoun may stand for. */
    NAMED,
    /** Words before a noun. */
    DETERMINER,
    /** Auxiliary verbs. */
    BE,
    /** Beginnings before the subject: yesterday, in, when. */
    STARTER,
    /** Base forms of verbs, with which an order starts. */
    BASE,
    /** Verb forms of the past that no ending shows. */
    PAST,
    /** Auxiliaries that do not change. */
    HELPER,
    ADVERB,
    /** Asks for work on a text that follows. */
    TASK,
    /** Asks for a text that is to be written: what follows are the sender's own words. */
    COMPOSE,
    /** Introduces what others said or wrote: wrote, lyrics, error. */
    REPORTED,
    /** Introduces one's own words: update, by the way. */
    OWN,
    /** Begins a game, an example or a test: what follows in the message is not meant. */
    PRETENCE,
    /** Of those that begin a game, the ones that may be for one sentence only: imagine, for example. */
    IDEA,
    /** Leads back from words of others to one's own: by the way. */
    BACK,
    /** Begins what a speaker adds to a task: also. */
    ADDITION,
    /** Makes one sentence a wish, a dream or a case that is not so. */
    UNREAL,
    /** Takes back what was said just before. */
    JOKE
}
