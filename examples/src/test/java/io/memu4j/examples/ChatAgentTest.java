package io.memu4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Scanner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChatAgentTest {
    @Test
    void the_agent_remembers_what_it_was_told_before_the_program_ended(@TempDir Path folder) {
        List<String> prompts = new ArrayList<>();
        ChatModel model = new ChatModel() {
            @Override
            public ChatResponse doChat(ChatRequest request) {
                prompts.add(request.messages().toString());
                return ChatResponse.builder()
                        .aiMessage(AiMessage.from("I see."))
                        .build();
            }
        };
        talk(folder, model, "My daughter Ines plays chess.\nShe is nine.");
        talk(folder, model, "Who plays chess?");
        assertThat(prompts).hasSize(3);
        assertThat(prompts.get(0)).doesNotContain("recalled-memory");
        assertThat(prompts.get(2)).contains("recalled-memory", "My daughter Ines plays chess.");
    }

    private static void talk(Path folder, ChatModel model, String lines) {
        ChatAgent.run(
                folder.resolve("memu.db"),
                model,
                new Scanner(lines),
                new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));
    }
}
