package io.memu4j.internal.text;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells the roles of speakers from the names of people. The roles are in {@code speaker-roles.txt}. */
public final class SpeakerRoles {
    /** The role of somebody whom a source does not name in a way that is understood. Nothing they say is a fact about a person. */
    public static final String NOBODY = "unknown";

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s_-]+");
    private static final Pattern NUMBERED = Pattern.compile("(\\p{L}[\\p{L} ]*?) ?#?\\d{1,3}");
    /** Models by the name of a version, for example "gpt-4o" and "claude 3.5 sonnet". */
    private static final Pattern MODEL =
            Pattern.compile("(?:gpt|chatgpt|claude|gemini|llama|mistral|mixtral|qwen|deepseek|grok|phi|gemma|command|o)"
                    + " ?v?\\d[\\p{L}\\d.:]*(?: .*)?|(?:claude|gemini) (?:opus|sonnet|haiku|pro|flash|ultra).*");

    private static final Map<String, Role> BY_NAME = byName();

    private record Role(String name, boolean isPerson) {}

    private SpeakerRoles() {}

    /**
     * Returns the role that somebody is called by: {@code user}, {@code assistant}, {@code system}, {@code tool}, or a word of its own
     * such as {@code customer} and {@code speaker 2}.
     *
     * @return empty where this is not a role, and so may be the name of a person
     */
    public static Optional<String> named(String name) {
        return role(name).map(Role::name);
    }

    /** Whether what somebody of this role says of themselves is a fact about a person. Not so for programs and for roles that are unknown. */
    public static boolean isPerson(String role) {
        return role(role).map(Role::isPerson).orElse(false);
    }

    /** Whether this is the role of a program or of nobody. Not so for people's roles, and for names. */
    public static boolean isProgram(String name) {
        return role(name).map(role -> !role.isPerson()).orElse(false);
    }

    private static Optional<Role> role(String name) {
        String key = BETWEEN_WORDS
                .matcher(name.strip().toLowerCase(Locale.ROOT))
                .replaceAll(" ")
                .strip();
        Role known = BY_NAME.get(key);
        if (known != null) {
            return Optional.of(known);
        }
        if (MODEL.matcher(key).matches()) {
            return Optional.ofNullable(BY_NAME.get("assistant"));
        }
        Matcher numbered = NUMBERED.matcher(key);
        return numbered.matches()
                ? Optional.ofNullable(BY_NAME.get(numbered.group(1))).map(role -> new Role(key, role.isPerson()))
                : Optional.empty();
    }

    private static Map<String, Role> byName() {
        Map<String, Role> roles = new HashMap<>();
        WordLists.read(SpeakerRoles.class, "speaker-roles.txt").forEach((section, names) -> {
            boolean program = section.startsWith("[");
            String role = program ? section.substring(1, section.length() - 1) : section;
            names.forEach(name -> roles.put(name, new Role(role.equals("*") ? name : role, !program)));
        });
        return roles;
    }
}
