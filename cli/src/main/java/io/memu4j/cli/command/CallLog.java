package io.memu4j.cli.command;

import io.memu4j.cli.option.CommonOptions;
import io.memu4j.cli.view.Console;
import io.memu4j.model.CallTotals;
import io.memu4j.model.ModelCall;
import io.memu4j.model.ModelCallListener;
import java.time.Duration;
import java.util.Locale;

/** Tells somebody who asked for it what models were called, a line per call and one in the end. Thread-safe. */
final class CallLog implements ModelCallListener {
    private final Console console;

    private CallLog(Console console) {
        this.console = console;
    }

    /** One that tells, or one that does not. */
    static ModelCallListener of(CommonOptions options, Console console) {
        return options.verbose() ? new CallLog(console) : NONE;
    }

    @Override
    public synchronized void onCall(ModelCall call) {
        String outcome =
                switch (call.outcome()) {
                    case OK -> "";
                    case UNUSABLE -> ", answer unusable";
                    case FAILED -> ", failed";
                };
        console.note(call.step().name().toLowerCase(Locale.ROOT) + " by " + call.model() + ": "
                + tokens(call.usage().inputTokens()) + " tokens in, "
                + tokens(call.usage().outputTokens()) + " out, "
                + seconds(call.latency()) + retries(call.retries()) + outcome);
    }

    /** The line about a whole operation; nothing unless asked for. */
    static void total(CallTotals calls, CommonOptions options, Console console) {
        if (options.verbose()) {
            console.note("Model calls: " + calls.calls() + ", embedding calls: " + calls.embeddingCalls()
                    + ", tokens in: " + calls.inputTokens() + ", out: " + calls.outputTokens() + ", retries: "
                    + calls.retries() + ", time in calls: " + seconds(calls.latency()) + ".");
        }
    }

    private static String tokens(int count) {
        return count < 0 ? "?" : Integer.toString(count);
    }

    private static String retries(int count) {
        return count == 0 ? "" : ", " + count + (count == 1 ? " retry" : " retries");
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.2f s", time.toMillis() / 1_000.0);
    }
}
