package io.memu4j.internal.understand.chat;

import io.memu4j.config.MemorizeConfig;
import io.memu4j.error.ConfigurationException;
import io.memu4j.internal.llm.CallEstimate;
import io.memu4j.internal.llm.ModelCalls;
import io.memu4j.internal.understand.CaptionWriter;
import io.memu4j.internal.understand.Understanding;
import io.memu4j.internal.understand.UnderstandingRequest;
import io.memu4j.internal.understand.UnderstandingResult;
import io.memu4j.internal.value.Digests;
import io.memu4j.internal.value.Texts;
import io.memu4j.model.ModelStep;
import io.memu4j.spi.llm.ChatGenerator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Understands text with a chat model: one call per window of the text, where the model answers well. An answer that is malformed even when it
 * is asked for again leaves a gap and is never taken for a memory. The windows are read in order, each told the caption so far, so that the
 * last caption is that of the whole text. Thread-safe.
 */
public final class ChatUnderstanding implements Understanding {
    private static final int LONGEST_NAME = 100;
    private static final int DIGEST = 16;
    private static final int ANSWER_SHARE = 4;

    private final String fingerprint;
    private final WindowPrompt prompt;
    private final ExtractionReader answers;
    private final CaptionWriter captions;
    private final Understanding withoutModel;

    /**
     * Prepares the instructions; asks nothing.
     *
     * @param model for {@link ModelStep#EXTRACT}
     * @param captions writes the caption where the model gives none
     * @param withoutModel understands a window of which no answer can be read
     * @throws ConfigurationException when its context has no room for a text beside the instructions
     */
    public ChatUnderstanding(
            MemorizeConfig config, ChatGenerator model, CaptionWriter captions, Understanding withoutModel) {
        this.prompt = new WindowPrompt(config, model);
        this.fingerprint = "chat/" + WindowPrompt.PROMPT.version() + " "
                + Texts.truncated(Texts.storable(model.name()), LONGEST_NAME) + " "
                + Digests.sha256(prompt.instructions()).substring(0, DIGEST);
        this.answers = new ExtractionReader(new Vocabulary(config), prompt.instructions());
        this.captions = captions;
        this.withoutModel = withoutModel;
    }

    @Override
    public String fingerprint() {
        return fingerprint;
    }

    @Override
    public CallEstimate estimate(UnderstandingRequest text) {
        List<TextWindow> windows = windows(text);
        long tokens = windows.stream()
                .mapToLong(window -> prompt.tokensAround() + window.tokens() + window.tokens() / ANSWER_SHARE)
                .sum();
        return new CallEstimate(windows.size(), tokens);
    }

    @Override
    public CallEstimate estimate(int textTokens) {
        int window = prompt.windowTokens();
        int windows = Math.max(1, (textTokens + window - 1) / window);
        long tokens = (long) windows * prompt.tokensAround() + textTokens + textTokens / ANSWER_SHARE;
        return new CallEstimate(windows, tokens);
    }

    @Override
    public UnderstandingResult understand(UnderstandingRequest text, ModelCalls calls) {
        ChatGenerator model = calls.chat(ModelStep.EXTRACT)
                .orElseThrow(
                        () -> new ConfigurationException("There is no chat model for the step extract. Configure one,"
                                + " or none at all to understand by rules."));
        WindowReader reader = new WindowReader(text, prompt, answers, calls, model, withoutModel);
        Notes notes = Notes.NOTHING;
        for (TextWindow window : windows(text)) {
            String caption = notes.caption() == null ? text.caption() : notes.caption();
            notes = notes.and(reader.read(window, caption));
        }
        return new UnderstandingResult(
                text.wantCaption() ? caption(text, notes) : null, notes.statements(), notes.gaps(), notes.leftOut());
    }

    private List<TextWindow> windows(UnderstandingRequest text) {
        return TextWindow.over(text.context(), text.fresh(), prompt.windowTokens());
    }

    /** Takes the caption of the model, or else the one of the writer; null where nothing was understood. */
    private @Nullable String caption(UnderstandingRequest text, Notes notes) {
        boolean nothing =
                text.fresh().stream().allMatch(passage -> notes.gaps().stream().anyMatch(gap -> gap.covers(passage)));
        if (notes.caption() != null || nothing) {
            return notes.caption();
        }
        return text.caption() == null ? captions.caption(text, notes.statements()) : text.caption();
    }
}
