package io.memu4j.internal.understand.chat;

import io.memu4j.internal.llm.ModelCalls;
import io.memu4j.internal.understand.Statement;
import io.memu4j.internal.understand.Understanding;
import io.memu4j.internal.understand.UnderstandingRequest;
import io.memu4j.model.ModelStep;
import io.memu4j.model.Passage;
import io.memu4j.spi.llm.ChatAnswer;
import io.memu4j.spi.llm.ChatGenerator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Asks about windows, and makes the best of the answers. An answer that cannot be used is asked for once more, with the reason, and the better of
 * both counts. One that is
 * cut off tells that the window is too large: both halves are asked for instead, down to a quarter. What then is still missing is a gap; where
 * nothing at all could be read of an answer, the gap is understood without a model for the time being. One operation, one thread.
 */
final class WindowReader {
    private static final int MOST_HALVINGS = 2;

    private final UnderstandingRequest text;
    private final WindowPrompt prompt;
    private final ExtractionReader answers;
    private final ModelCalls calls;
    private final ChatGenerator model;
    private final Understanding withoutModel;

    WindowReader(
            UnderstandingRequest text,
            WindowPrompt prompt,
            ExtractionReader answers,
            ModelCalls calls,
            ChatGenerator model,
            Understanding withoutModel) {
        this.text = text;
        this.prompt = prompt;
        this.answers = answers;
        this.calls = calls;
        this.model = model;
        this.withoutModel = withoutModel;
    }

    /** What the model notes of a window; one call where it answers well. */
    Notes read(TextWindow window, @Nullable String caption) {
        return read(window, caption, 0);
    }

    private Notes read(TextWindow asked, @Nullable String caption, int halvings) {
        TextWindow window = prompt.fits(asked) ? asked : asked.withoutContext();
        if (!prompt.fits(window)) {
            return salvaged(window, new Extraction.Unusable("the passage is longer than the model's context allows"));
        }
        Extraction first = ask(window, caption, null);
        if (first instanceof Extraction.Found found) {
            return notes(found);
        }
        if (first instanceof Extraction.Partial partial && partial.cutOff()) {
            return halved(window, caption, halvings, partial);
        }
        if (first instanceof Extraction.Partial) {
            calls.unusable(ModelStep.EXTRACT);
        }
        Extraction second = ask(window, caption, reason(first));
        if (isBetter(first, second)) {
            return second instanceof Extraction.Found found ? notes(found) : salvaged(window, second);
        }
        calls.unusable(ModelStep.EXTRACT);
        return salvaged(window, first);
    }

    /** A whole answer that says less than half of what a broken one said gave up, rather than to repair. */
    private static boolean isBetter(Extraction first, Extraction second) {
        int said = first instanceof Extraction.Partial partial
                ? partial.statements().size()
                : 0;
        if (second instanceof Extraction.Found found) {
            return 2 * found.statements().size() >= said;
        }
        return second instanceof Extraction.Partial partial
                ? partial.statements().size() >= said
                : first instanceof Extraction.Unusable;
    }

    private Notes halved(TextWindow window, @Nullable String caption, int halvings, Extraction.Partial whole) {
        if (halvings == MOST_HALVINGS || window.passages().size() < 2) {
            return salvaged(window, whole);
        }
        Notes left = read(window.halves().get(0), caption, halvings + 1);
        String soFar = left.caption() == null ? caption : left.caption();
        Notes both = left.and(read(window.halves().get(1), soFar, halvings + 1));
        if (both.gaps().isEmpty()) {
            return both;
        }
        return both.and(new Notes(null, inGaps(whole.statements(), both, window.passages()), List.of(), List.of()));
    }

    /** What the whole window's answer said about what its halves could not. */
    private static List<Statement> inGaps(List<Statement> statements, Notes notes, List<Passage> passages) {
        Set<String> missing = new HashSet<>();
        passages.stream()
                .filter(passage -> notes.gaps().stream().anyMatch(gap -> gap.covers(passage)))
                .forEach(passage -> missing.add(passage.id()));
        return statements.stream()
                .filter(statement -> missing.containsAll(statement.passageIds()))
                .toList();
    }

    private Extraction ask(TextWindow window, @Nullable String caption, @Nullable String fault) {
        ChatAnswer answer = model.chat(prompt.request(text, window, caption, fault));
        Extraction extraction = answers.read(answer.text(), window.passages(), text.known());
        if (!(extraction instanceof Extraction.Unusable unusable)) {
            return extraction;
        }
        calls.unusable(ModelStep.EXTRACT);
        return answer.cutOff() ? new Extraction.Partial(null, List.of(), true, unusable.reason()) : extraction;
    }

    private static Notes notes(Extraction.Found found) {
        List<String> leftOut = found.leftOut().isEmpty() ? List.of() : List.of(found.leftOut());
        return Notes.NOTHING.and(new Notes(found.caption(), found.statements(), List.of(), leftOut));
    }

    private Notes salvaged(TextWindow window, Extraction answer) {
        if (answer instanceof Extraction.Partial partial
                && !partial.statements().isEmpty()) {
            return Notes.NOTHING.and(new Notes(
                    partial.caption(), partial.statements(), List.of(window.asGap(reason(answer))), List.of()));
        }
        List<Statement> statements = withoutModel
                .understand(text.of(window.context(), window.passages()), calls)
                .statements();
        return Notes.NOTHING.and(
                new Notes(null, statements, List.of(window.asGap(reason(answer)).byRules()), List.of()));
    }

    private static String reason(Extraction answer) {
        if (answer instanceof Extraction.Partial partial) {
            return partial.reason();
        }
        return answer instanceof Extraction.Unusable unusable ? unusable.reason() : "";
    }
}
