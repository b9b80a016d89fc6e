package io.memu4j.internal.search.text;

import java.util.List;

/**
 * A text as the lexical index sees it.
 *
 * @param terms in the order of the text, repeated ones included
 */
public record AnalyzedText(AnalysisLanguage language, List<String> terms) {}
