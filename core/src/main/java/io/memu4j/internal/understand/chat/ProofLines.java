package io.memu4j.internal.understand.chat;

import io.memu4j.internal.text.Language;
import io.memu4j.internal.text.Terms;
import io.memu4j.internal.text.WordTokens;
import io.memu4j.model.Passage;
import java.util.List;
import java.util.Set;

/**
 * Finds the passages that prove a statement. The numbers that the model wrote count, unless the words of the statement stand in another line
 * and none of them in the cited one: models miscount. Without numbers, only a line with most of the words is proof. One answer, one thread.
 */
final class ProofLines {
    /** Share of the statement's words that one line must have to be proof that nobody cited. */
    private static final double MOST = 0.6;

    private static final int LEAST_WORDS = 2;

    private final List<Passage> passages;
    private final List<Set<String>> words;
    /** Number of the first line in the words of the model. */
    private final int first;

    /** A statement of the answer, and the numbers it cites. */
    record Citation(String statement, List<Integer> numbers) {}

    /** @param citations all of the answer: it counts from 0 where a 0 is cited, and the words stand in the lines so counted */
    ProofLines(List<Passage> passages, List<Citation> citations) {
        this.passages = passages;
        this.words = passages.stream().map(passage -> words(passage.text())).toList();
        boolean hasZero =
                citations.stream().anyMatch(citation -> citation.numbers().contains(0));
        this.first = hasZero && agreement(citations, 0) > agreement(citations, 1) ? 0 : 1;
    }

    /** Returns the ids of the passages, in the order cited; empty when there is no proof. */
    List<String> of(String statement, List<Integer> numbers) {
        List<Integer> cited = numbers.stream()
                .map(n -> n - first)
                .filter(this::isLine)
                .distinct()
                .toList();
        Set<String> said = words(statement);
        int likeliest = likeliest(said);
        boolean isElsewhere = likeliest >= 0 && cited.stream().allMatch(i -> share(said, i) == 0);
        List<Integer> proof = isElsewhere ? List.of(likeliest) : cited;
        return proof.stream().map(i -> passages.get(i).id()).toList();
    }

    /** How many words of the statements stand in the lines they cite, if lines are counted from {@code start}. */
    private double agreement(List<Citation> citations, int start) {
        double sum = 0;
        for (Citation citation : citations) {
            Set<String> said = words(citation.statement());
            sum += citation.numbers().stream()
                    .map(n -> n - start)
                    .filter(this::isLine)
                    .mapToDouble(i -> share(said, i))
                    .sum();
        }
        return sum;
    }

    private boolean isLine(int index) {
        return index >= 0 && index < passages.size();
    }

    /** Returns the index of the one line with most of the words, or -1. */
    private int likeliest(Set<String> said) {
        int best = -1;
        double most = 0;
        boolean isAlone = true;
        for (int i = 0; i < passages.size(); i++) {
            double share = share(said, i);
            isAlone = share > most || (isAlone && share < most);
            if (share > most) {
                most = share;
                best = i;
            }
        }
        return said.size() >= LEAST_WORDS && most >= MOST && isAlone ? best : -1;
    }

    private double share(Set<String> said, int line) {
        long both = said.stream().filter(words.get(line)::contains).count();
        return said.isEmpty() ? 0 : (double) both / said.size();
    }

    private static Set<String> words(String text) {
        return Set.copyOf(Terms.in(WordTokens.of(text), Language.of(text)));
    }
}
