package io.memu4j.search;

import java.util.List;

/**
 * A text as the lexical index sees it.
 *
 * @param terms in the order of the text, repeated ones included
 */
record AnalyzedText(Language language, List<String> terms) {}
