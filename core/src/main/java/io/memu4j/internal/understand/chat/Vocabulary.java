package io.memu4j.internal.understand.chat;

import io.memu4j.config.CategoryDefinition;
import io.memu4j.config.MemorizeConfig;
import io.memu4j.model.Category;
import io.memu4j.model.MemoryType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The names an answer may use: types and categories as configured, whatever their case. */
final class Vocabulary {
    private final Map<String, MemoryType> types = new LinkedHashMap<>();
    private final Map<String, String> categories = new LinkedHashMap<>();

    Vocabulary(MemorizeConfig config) {
        config.types().forEach(type -> types.put(folded(type.name()), type));
        config.categories().stream()
                .map(CategoryDefinition::name)
                .forEach(name -> categories.put(folded(Category.nameKey(name)), name));
    }

    Set<String> categoryNames() {
        return Set.copyOf(categories.values());
    }

    Optional<MemoryType> type(String written) {
        String key = folded(written);
        MemoryType type = types.get(key);
        boolean plural = type == null && key.endsWith("s");
        return Optional.ofNullable(plural ? types.get(key.substring(0, key.length() - 1)) : type);
    }

    /** Those that are configured, each once; a text may name several, with commas between. */
    List<String> categories(List<String> written) {
        List<String> known = new ArrayList<>();
        for (String text : written) {
            String whole = categories.get(folded(text));
            List<String> names = whole != null ? List.of(text) : List.of(text.split("[,;|]"));
            names.stream()
                    .map(name -> categories.get(folded(name)))
                    .filter(name -> name != null && !known.contains(name))
                    .forEach(known::add);
        }
        return known;
    }

    private static String folded(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", "_");
    }
}
