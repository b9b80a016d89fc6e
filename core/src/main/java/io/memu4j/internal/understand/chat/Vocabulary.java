package io.memu4j.internal.understand.chat;

import io.memu4j.config.CategoryDefinition;
import io.memu4j.config.MemorizeConfig;
import io.memu4j.model.Category;
import io.memu4j.model.MemoryType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The names an answer may use: types and categories as configured, whatever their case; and which type is meant by another name. */
final class Vocabulary {
    /** Other names that models give to a type, the likeliest type first. */
    private static final Map<String, MemoryType> OTHER_NAMES = otherNames(Map.of(
            MemoryType.PROFILE,
            "fact personal person identity preference opinion relationship family health work state profil perfil",
            MemoryType.EVENT,
            "goal plan activity appointment happening experience task episode memory ereignis evento",
            MemoryType.BEHAVIOR,
            "habit routine pattern verhalten comportement",
            MemoryType.KNOWLEDGE,
            "definition concept info information note wissen",
            MemoryType.SKILL,
            "ability expertise"));

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

    /** Returns the configured type of this name. */
    Optional<MemoryType> type(String written) {
        String key = folded(written);
        MemoryType type = types.get(key);
        boolean plural = type == null && key.endsWith("s");
        return Optional.ofNullable(plural ? types.get(key.substring(0, key.length() - 1)) : type);
    }

    /**
     * Returns the type meant by what a model wrote: the first configured one it names, or the nearest. A true statement is not lost for its
     * label: without any hint it is an event if it has a time, and else a profile.
     */
    MemoryType nearestType(List<String> written, boolean hasTime) {
        List<String> names = written.stream()
                .flatMap(text -> Stream.of(text.split("[,;|/\\[\\]\"']")))
                .filter(name -> !name.isBlank())
                .toList();
        return names.stream()
                .flatMap(name -> type(name).stream())
                .findFirst()
                .or(() -> names.stream()
                        .map(name -> OTHER_NAMES.get(singular(folded(name))))
                        .filter(types::containsValue)
                        .findFirst())
                .orElseGet(() -> usualType(hasTime));
    }

    private MemoryType usualType(boolean hasTime) {
        return Stream.of(hasTime ? MemoryType.EVENT : MemoryType.PROFILE, MemoryType.PROFILE, MemoryType.EVENT)
                .filter(types::containsValue)
                .findFirst()
                .orElseGet(() -> types.values().iterator().next());
    }

    private static Map<String, MemoryType> otherNames(Map<MemoryType, String> names) {
        Map<String, MemoryType> all = new HashMap<>();
        names.forEach((type, words) -> {
            for (String word : words.split(" ")) {
                all.put(word, type);
            }
        });
        return all;
    }

    private static String singular(String name) {
        return name.endsWith("s") ? name.substring(0, name.length() - 1) : name;
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
