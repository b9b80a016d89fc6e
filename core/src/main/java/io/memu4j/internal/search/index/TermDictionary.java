package io.memu4j.internal.search.index;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The term dictionary of an index: a hash table whose entries are the postings themselves. */
final class TermDictionary {
    private @Nullable Postings[] table = new Postings[32];
    private int size;

    /** Returns a copy whose postings can be changed while these are read. */
    TermDictionary copy() {
        TermDictionary copy = new TermDictionary();
        copy.table = new Postings[table.length];
        copy.size = size;
        each(postings -> copy.enter(postings.copy()));
        return copy;
    }

    /** Returns the postings of a term; adds empty ones for a new term. */
    Postings take(String term) {
        Postings known = of(term);
        if (known != null) {
            return known;
        }
        if (size == table.length) {
            enlarge();
        }
        Postings added = new Postings(term);
        enter(added);
        size++;
        return added;
    }

    /** Returns the postings of a term, or null for an unknown term. */
    @Nullable
    Postings of(String term) {
        Postings each = table[place(term)];
        while (each != null && !each.term.equals(term)) {
            each = each.next;
        }
        return each;
    }

    void each(Consumer<Postings> use) {
        for (Postings first : table) {
            for (Postings each = first; each != null; each = each.next) {
                use.accept(each);
            }
        }
    }

    /** Returns the heap in use, in bytes, without the postings. */
    long bytes() {
        return 16L + 4L * table.length;
    }

    private void enlarge() {
        @Nullable Postings[] before = table;
        table = new Postings[2 * before.length];
        for (Postings first : before) {
            Postings each = first;
            while (each != null) {
                Postings next = each.next;
                enter(each);
                each = next;
            }
        }
    }

    private void enter(Postings postings) {
        int place = place(postings.term);
        postings.next = table[place];
        table[place] = postings;
    }

    private int place(String term) {
        int hash = term.hashCode();
        return (hash ^ hash >>> 16) & table.length - 1;
    }
}
