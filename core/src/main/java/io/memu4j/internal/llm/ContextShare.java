package io.memu4j.internal.llm;

import io.memu4j.error.ConfigurationException;
import io.memu4j.spi.llm.ChatGenerator;

/**
 * How the context of a chat model is divided between a text and the answer about it.
 *
 * @param textTokens how much text goes into one request at most, as estimated
 * @param answerTokens how long one answer may get
 */
public record ContextShare(int textTokens, int answerTokens) {
    /** Less than that is of no use, be it for a text or an answer. */
    public static final int LEAST = 200;

    private static final int ANSWER_SHARE = 3;

    /**
     * What is wanted as far as it fits beside the instructions. Where it does not, the answer keeps a third of what there is.
     *
     * @param instructionTokens what a request takes beside the text, as estimated
     * @throws ConfigurationException when {@link #LEAST} does not fit for either
     */
    public static ContextShare of(ChatGenerator model, int instructionTokens, int wantedText, int wantedAnswer) {
        int room = model.contextTokens() - instructionTokens;
        int answer = Math.min(wantedAnswer, Math.max(room / ANSWER_SHARE, room - withReserve(wantedText)));
        int text = Math.min(wantedText, textTokens(model, instructionTokens, answer));
        if (answer < LEAST || text < LEAST) {
            throw new ConfigurationException("The chat model '" + model.name() + "' takes "
                    + model.contextTokens() + " tokens, question and answer together. The instructions alone take"
                    + " about " + instructionTokens + ", which leaves too little for a text and the answer about it."
                    + " Say with ModelLimits.withContextTokens(..) what the model really takes, use one that takes"
                    + " more, or configure fewer types and categories.");
        }
        return new ContextShare(text, answer);
    }

    /** How much text fits beside the instructions and an answer. A quarter stays free: tokens are estimated. */
    public static int textTokens(ChatGenerator model, int instructionTokens, int answerTokens) {
        return (int) Math.max(0, (model.contextTokens() - instructionTokens - answerTokens) * 3L / 4);
    }

    private static int withReserve(int text) {
        return (int) Math.min(Integer.MAX_VALUE, text * 4L / 3 + 1);
    }
}
