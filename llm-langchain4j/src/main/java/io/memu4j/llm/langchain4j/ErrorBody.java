package io.memu4j.llm.langchain4j;

import java.util.Locale;
import java.util.regex.Pattern;

/** The body of an error answer, read for what kind of error it is; it is never quoted. */
record ErrorBody(String lower) {
    private static final Pattern NO_CREDIT = Pattern.compile("insufficient_quota|billing_hard_limit|payment required");
    private static final Pattern TOO_LONG = Pattern.compile("context_length_exceeded|context length|context"
            + " window|maximum context|too many tokens|prompt is too long|exceeds the available context|input is too"
            + " (large|long)|input length|must have less than \\d+ tokens|max \\d+ tokens per request|string too long");
    private static final Pattern NO_MODEL = Pattern.compile(
            "model_not_found|model .{0,200}(not found|does not exist|not exist|unknown)|(unknown|invalid|no such)"
                    + " model");
    private static final Pattern NO_FORMAT =
            Pattern.compile("response_format|json_schema|json_object|guided|grammar|\\bformat\\b|structured");

    static ErrorBody of(String body) {
        return new ErrorBody(body.toLowerCase(Locale.ROOT));
    }

    boolean saysNoCreditLeft() {
        return NO_CREDIT.matcher(lower).find();
    }

    boolean saysTooLong() {
        return TOO_LONG.matcher(lower).find();
    }

    boolean saysUnknownModel() {
        return NO_MODEL.matcher(lower).find();
    }

    boolean saysTemperature() {
        return lower.contains("temperature");
    }

    boolean saysUnknownFormat() {
        return NO_FORMAT.matcher(lower).find();
    }
}
