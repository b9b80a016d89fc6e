package io.memu4j.store.memory.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.memu4j.config.CallBudget;
import io.memu4j.config.UnderstandingConfig;
import io.memu4j.error.BudgetExceededException;
import io.memu4j.error.ConfigurationException;
import io.memu4j.error.InvalidInputException;
import io.memu4j.error.ModelAnswerException;
import io.memu4j.error.ModelException;
import io.memu4j.memorize.MemorizeRequest;
import io.memu4j.memorize.MemorizeResult;
import io.memu4j.model.Modality;
import io.memu4j.model.ModelCall.Outcome;
import io.memu4j.model.ModelStep;
import io.memu4j.spi.llm.ChatAnswer;
import io.memu4j.spi.llm.Picture;
import io.memu4j.tck.ScriptedChatModel;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImagesTest {
    private final ScriptedChatModel eyes = new ScriptedChatModel("eyes");
    private final Media media = new Media(eyes, null);

    @AfterEach
    void close() {
        media.close();
    }

    @Test
    void a_photo_is_described_in_one_call_and_found_by_what_it_shows() {
        eyes.says(Media.PANDA);

        MemorizeResult result = memorize("panda", Media.sample("photo-red-panda.jpg"));

        assertThat(result.resource().modality()).isEqualTo(Modality.IMAGE);
        assertThat(result.resource().mediaType()).isEqualTo("image/jpeg");
        assertThat(result.resource().caption()).isEqualTo("A red panda on a branch.");
        assertThat(media.texts(result)).singleElement().asString().startsWith("A red panda lies on a mossy branch");
        assertThat(media.calls(ModelStep.VISION)).hasSize(1);
        assertThat(result.calls().calls()).isEqualTo(1);
        assertThat(media.service().retrieve("Which animal lies on the branch?").passages())
                .singleElement()
                .satisfies(found -> assertThat(found.resource().id())
                        .isEqualTo(result.resource().id()));
    }

    @Test
    void a_photo_above_the_limit_is_shown_smaller() throws IOException {
        eyes.says(Media.PANDA);

        memorize("panda", Media.sample("photo-red-panda.jpg"));

        Picture shown = shown();
        BufferedImage decoded = ImageIO.read(new ByteArrayInputStream(shown.bytes()));
        assertThat(shown.mediaType()).isEqualTo("image/jpeg");
        assertThat(decoded.getWidth()).isEqualTo(1_536);
        assertThat(decoded.getHeight()).isEqualTo(621);
    }

    @Test
    void an_answer_cut_off_in_the_writing_is_good_for_what_it_describes() {
        String whole = "{\"caption\": \"A page.\", \"description\": \"A page full of small letters.\", \"writing\": \"";
        eyes.answers(ChatAnswer.of(whole + "word ".repeat(3_000)).withCutOff(true));

        MemorizeResult result = memorize("scan", Media.sample("image-ocr-text.jpg"));

        assertThat(media.texts(result)).containsExactly("A page full of small letters.");
        assertThat(result.resource().caption()).isEqualTo("A page.");
        assertThat(eyes.requests()).hasSize(1);
        assertThat(eyes.requests().get(0).maxAnswerTokens()).isEqualTo(UnderstandingConfig.DEFAULT.answerTokens());
    }

    @Test
    void an_answer_cut_off_in_the_description_is_asked_for_again() {
        eyes.answers(ChatAnswer.of("{\"caption\": \"A page.\", \"description\": \"A page fu")
                .withCutOff(true));
        eyes.says(Media.PANDA);

        assertThat(media.texts(memorize("scan", Media.sample("image-ocr-text.jpg"))))
                .singleElement()
                .asString()
                .startsWith("A red panda");
    }

    @Test
    void a_small_image_is_shown_as_it_is_and_its_writing_is_kept() {
        eyes.says("{\"caption\": \"A printed line.\", \"description\": \"Black letters on white.\","
                + " \"writing\": \"This is {some} text\", \"scenes\": []}");
        byte[] bytes = Media.sample("image-ocr-text.jpg");

        MemorizeResult result = memorize("scan", bytes);

        assertThat(shown().bytes()).isEqualTo(bytes);
        assertThat(media.texts(result))
                .singleElement()
                .isEqualTo("Black letters on white.\n\nWriting in the picture: This is {some} text");
    }

    @Test
    void the_kind_is_told_by_the_content_whatever_the_name() throws IOException {
        eyes.otherwise(request -> Media.PANDA);
        byte[] png = encoded("png", 20, 10);
        byte[] gif = encoded("gif", 20, 10);

        assertThat(media.service()
                        .memorize(MemorizeRequest.bytes("a", png, "notes.txt"))
                        .resource()
                        .mediaType())
                .isEqualTo("image/png");
        assertThat(memorize("b", gif).resource().mediaType()).isEqualTo("image/gif");
        assertThat(memorize("c", webp(40, 30)).resource().mediaType()).isEqualTo("image/webp");
    }

    @Test
    void the_same_image_again_makes_no_call() {
        eyes.says(Media.PANDA);
        memorize("panda", Media.sample("photo-red-panda.jpg"));

        MemorizeResult again = memorize("panda", Media.sample("photo-red-panda.jpg"));

        assertThat(again.unchanged()).isTrue();
        assertThat(again.calls().calls()).isZero();
        assertThat(eyes.requests()).hasSize(1);
    }

    @Test
    void without_a_model_that_sees_the_error_says_what_to_set_and_nothing_is_stored() {
        try (Media blind = new Media(null, null)) {
            assertThatThrownBy(() -> blind.service()
                            .memorize(MemorizeRequest.bytes("panda", Media.sample("photo-red-panda.jpg"))))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("--vision-model")
                    .hasMessageContaining("Models.vision()");
            assertThat(blind.isEmpty()).isTrue();
        }
    }

    @Test
    void an_answer_that_cannot_be_read_is_repaired_once() {
        eyes.says("What a lovely picture!", "```json\n" + Media.PANDA + "\n```");

        MemorizeResult result = memorize("panda", Media.sample("image-ocr-text.jpg"));

        assertThat(result.resource().caption()).isEqualTo("A red panda on a branch.");
        assertThat(eyes.requests().get(1).user()).contains("Your last answer could not be used");
        assertThat(eyes.requests().get(1).pictures()).hasSize(1);
        assertThat(media.calls(ModelStep.VISION))
                .extracting(call -> call.outcome())
                .containsExactly(Outcome.UNUSABLE, Outcome.OK);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I'm sorry, I can't help with that.",
                "",
                "[]",
                "{\"caption\": \"x\"}",
                "{\"description\": \" \"}"
            })
    void a_refusal_is_never_a_memory(String answer) {
        eyes.says(answer, answer);

        assertThatThrownBy(() -> memorize("panda", Media.sample("image-ocr-text.jpg")))
                .isInstanceOf(ModelAnswerException.class)
                .hasMessageContaining("Nothing was stored");
        assertThat(media.isEmpty()).isTrue();
    }

    @Test
    void a_model_that_fails_stores_nothing_and_the_retry_succeeds() {
        eyes.fails(ModelException.retriable("The model is busy.", null)).says(Media.PANDA);

        assertThatThrownBy(() -> memorize("panda", Media.sample("image-ocr-text.jpg")))
                .isInstanceOf(ModelException.class);
        assertThat(media.isEmpty()).isTrue();

        assertThat(memorize("panda", Media.sample("image-ocr-text.jpg")).unchanged())
                .isFalse();
        assertThat(media.service().counts().resources()).isEqualTo(1);
    }

    @Test
    void a_budget_that_does_not_allow_the_look_stops_before_it() {
        MemorizeRequest request = MemorizeRequest.bytes("panda", Media.sample("image-ocr-text.jpg"))
                .withBudget(CallBudget.calls(0));

        assertThatThrownBy(() -> media.service().memorize(request)).isInstanceOf(BudgetExceededException.class);
        assertThat(eyes.requests()).isEmpty();
    }

    @Test
    void a_damaged_image_is_one_clear_line_before_any_call() {
        byte[] whole = Media.sample("photo-red-panda.jpg");

        for (byte[] damaged :
                new byte[][] {Arrays.copyOf(whole, 3_000), "GIF89a".getBytes(StandardCharsets.US_ASCII)}) {
            assertThatThrownBy(() -> memorize("panda", damaged))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("is damaged");
        }
        assertThat(eyes.requests()).isEmpty();
        assertThat(media.isEmpty()).isTrue();
    }

    @Test
    void an_image_that_would_fill_the_heap_is_refused_by_its_header() throws IOException {
        byte[] bomb = encoded("png", 20, 10);
        bomb[16] = 0;
        bomb[17] = 1; // 65,556 pixels wide
        bomb[21] = 1;

        assertThatThrownBy(() -> memorize("bomb", bomb))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("Expected at most 100000000 altogether");
    }

    @Test
    void a_format_no_model_reads_is_refused_with_those_that_are_read() {
        byte[] heic = "\0\0\0\030ftypheic\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> memorize("photo", heic))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("Expected PNG, JPEG, GIF or WebP");
    }

    @Test
    void a_photo_made_smaller_is_turned_as_the_camera_was_held() throws IOException {
        eyes.says(Media.PANDA);

        memorize("upright", withOrientation(encoded("jpeg", 2_000, 1_000), 6));

        BufferedImage decoded = ImageIO.read(new ByteArrayInputStream(shown().bytes()));
        assertThat(decoded.getHeight()).isEqualTo(1_536);
        assertThat(decoded.getWidth()).isEqualTo(768);
        assertThat(new Color(decoded.getRGB(700, 60)).getRed())
                .as("top right was top left")
                .isGreaterThan(200);
        assertThat(new Color(decoded.getRGB(60, 1_400)).getRed()).isLessThan(60);
    }

    private MemorizeResult memorize(String key, byte[] bytes) {
        return media.service().memorize(MemorizeRequest.bytes(key, bytes));
    }

    private Picture shown() {
        return eyes.requests().get(0).pictures().get(0);
    }

    /** Blue, with a red patch in the top left corner. */
    private static byte[] encoded(String format, int width, int height) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = image.createGraphics();
        canvas.setColor(Color.BLUE);
        canvas.fillRect(0, 0, width, height);
        canvas.setColor(Color.RED);
        canvas.fillRect(0, 0, width / 4, height / 4);
        canvas.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, format, out);
        return out.toByteArray();
    }

    private static byte[] webp(int width, int height) {
        byte[] bytes = new byte[200];
        new Random(1).nextBytes(bytes);
        byte[] head = "RIFF\300\0\0\0WEBPVP8X\012\0\0\0\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(head, 0, bytes, 0, head.length);
        bytes[24] = (byte) (width - 1);
        bytes[25] = 0;
        bytes[26] = 0;
        bytes[27] = (byte) (height - 1);
        bytes[28] = 0;
        bytes[29] = 0;
        return bytes;
    }

    private static byte[] withOrientation(byte[] jpeg, int orientation) {
        byte[] exif = ("\377\341\0\042Exif\0\0II*\0\010\0\0\0\001\0\022\001\003\0\001\0\0\0" + (char) orientation
                        + "\0\0\0\0\0\0\0")
                .getBytes(StandardCharsets.ISO_8859_1);
        byte[] bytes = new byte[jpeg.length + exif.length];
        System.arraycopy(jpeg, 0, bytes, 0, 2);
        System.arraycopy(exif, 0, bytes, 2, exif.length);
        System.arraycopy(jpeg, 2, bytes, 2 + exif.length, jpeg.length - 2);
        return bytes;
    }
}
