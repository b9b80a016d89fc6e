package io.memu4j.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.memu4j.cli.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForgetCommandTest {
    @TempDir
    Path folder;

    @Test
    void items_and_resources_are_forgotten_and_categories_are_not() throws IOException {
        Path chat = Files.writeString(
                folder.resolve("chat.txt"),
                "I love my dog Bruno, he is six years old.\n\nMy hobbies are sports, games and arts, I play chess every weekend.\n");
        JsonNode memorized = memu("memorize", chat.toString(), "--json").json().get(0);
        String item = memorized.get("items").get(0).get("id").textValue();
        String category = memorized.get("categories").get(0).get("id").textValue();
        String resource = memorized.get("resource").get("id").textValue();

        CommandRun refused = memu("forget", category);
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).matches("memu: The category .+\\n");

        assertThat(memu("forget", item).out()).isEqualTo("Forgot the item " + item + ".\n");
        assertThat(memu("show", item).code()).isEqualTo(1);

        assertThat(memu("forget", resource, "--json").json().get("forgotten").textValue())
                .isEqualTo("resource");
        assertThat(memu("list", "items", "--json").json().get("items")).isEmpty();
        assertThat(memu("retrieve", "dog", "--json").json().get("passages")).isEmpty();

        assertThat(memu("forget", resource).code()).isEqualTo(1);
        assertThat(memu("forget", item, "--user", "other").err()).matches("memu: There is no item or resource .+\\n");
    }

    @Test
    void what_is_about_something_is_shown_first_and_deleted_when_confirmed() throws IOException {
        Path chat = Files.writeString(
                folder.resolve("chat.txt"),
                "I have a horse called Nebel.\n\nNebel's stable is behind the mill.\n\nI work as a baker in Aalen.\n");
        memu("memorize", chat.toString());

        CommandRun shown = memu("forget", "--about", "my horses");
        assertThat(shown.out())
                .contains("horse called Nebel", "said in ", "Would delete 1 item(s).")
                .doesNotContain("baker");
        JsonNode found = memu("forget", "--about", "Nebel", "--json").json();
        assertThat(found.get("dry_run").booleanValue()).isTrue();
        assertThat(found.get("items")).hasSizeGreaterThan(0);
        int before = memu("list", "items", "--json").json().get("items").size();

        assertThat(memu("forget", "--about", "Nebel", "--yes").out())
                .contains("Deleted " + found.get("items").size() + " item(s).");
        assertThat(memu("list", "items", "--json").json().get("items"))
                .hasSize(before - found.get("items").size())
                .noneMatch(item -> item.toString().contains("Nebel"));
        assertThat(memu("forget", "--about", "Nebel", "--yes").out()).startsWith("No item ");
        assertThat(memu("forget", "--about", "of the").code()).isNotZero();
        assertThat(memu("forget").code()).isEqualTo(2);
        assertThat(memu("forget", "x", "--about", "y").code()).isEqualTo(2);
    }

    private CommandRun memu(String... args) {
        String[] all = new String[args.length + 2];
        all[0] = "--db";
        all[1] = folder.resolve("memu.db").toString();
        System.arraycopy(args, 0, all, 2, args.length);
        return CommandRun.of(all);
    }
}
