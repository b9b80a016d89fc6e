package io.memu4j.config;

import io.memu4j.error.ConfigurationException;
import java.util.List;

/**
 * A topic that items can be linked to.
 *
 * @param name 1 to 255 characters, not blank; two definitions must not differ in case alone
 * @param description what belongs to the topic, in one sentence; it is embedded and shown to chat models
 */
public record CategoryDefinition(String name, String description) {
    /** The ten default topics. */
    public static final List<CategoryDefinition> DEFAULTS = List.of(
            new CategoryDefinition(
                    "personal_info", "Who the person is: name, age, home, origin, family status, education, health"),
            new CategoryDefinition(
                    "preferences", "What the person likes and dislikes, favourite food, music, colours, styles"),
            new CategoryDefinition("relationships", "Family, friends, partners, children, pets and how they get along"),
            new CategoryDefinition("activities", "Hobbies, sports, games, arts, pastimes and interests"),
            new CategoryDefinition("goals", "Plans, wishes, hopes, dreams and what the person works towards"),
            new CategoryDefinition(
                    "experiences", "Past events, trips, celebrations and adventures that the person lived through"),
            new CategoryDefinition("knowledge", "Facts, definitions, explanations and things learned about the world"),
            new CategoryDefinition("opinions", "Views, beliefs, judgements and attitudes"),
            new CategoryDefinition("habits", "Routines and what the person does every day or every week"),
            new CategoryDefinition("work_life", "Job, career, colleagues, projects, business and study"));

    /**
     * Checks the name.
     *
     * @param name 1 to 255 characters
     * @param description one sentence
     * @throws ConfigurationException if the name is blank or too long
     */
    public CategoryDefinition {
        if (name.isBlank() || name.length() > 255) {
            throw new ConfigurationException(
                    "A category's name has " + name.strip().length() + " characters. Expected 1 to 255, not blank.");
        }
    }
}
