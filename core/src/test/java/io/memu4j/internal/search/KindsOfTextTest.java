package io.memu4j.internal.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.memu4j.config.RetrieveConfig;
import io.memu4j.model.MemoryScope;
import io.memu4j.model.Passage;
import io.memu4j.model.SearchFilter;
import io.memu4j.spi.search.SearchHit;
import io.memu4j.spi.store.OwnerKind;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The right passage comes first, by words alone, whatever kind of text it is in. */
class KindsOfTextTest {
    private static final MemoryScope SCOPE = new MemoryScope("alice", "a1");

    private final FakeStore store = new FakeStore();
    private final FakeStore.Rows rows = store.in(SCOPE);
    private final ScopeIndexSearcher searcher = new ScopeIndexSearcher(store, RetrieveConfig.DEFAULT);
    private OffsetDateTime clock = OffsetDateTime.parse("2024-03-04T19:00:00Z");
    private int next;

    @AfterEach
    void close() {
        searcher.close();
    }

    @Test
    void a_german_conversation() {
        minutesApart("Jonas", "Hallo Lena, wie war dein Wochenende?");
        minutesApart("Lena", "Schön! Ich war mit meiner Schwester in den Bergen und wir haben eine Hütte gemietet.");
        minutesApart("Jonas", "Das klingt gut. Ich habe mir am Samstag zwei neue Fahrräder angesehen.");
        minutesApart("Lena", "Hast du eines gekauft, Jonas?");
        minutesApart("Jonas", "Ja, das rote, es war im Angebot.");

        assertThat(first("Mit wem war Lena in den Bergen?")).startsWith("Schön! Ich war mit meiner Schwester");
        assertThat(first("Welches Fahrrad hat Jonas angesehen?")).contains("Fahrräder");
        assertThat(found("Hat Jonas ein Fahrrad gekauft?").subList(0, 3)).contains("Ja, das rote, es war im Angebot.");
    }

    @Test
    void a_japanese_conversation() {
        minutesApart("健太", "美咲さん、週末は何をしましたか？");
        minutesApart("美咲", "友達と一緒に京都へ行って、古いお寺を見ました。");
        minutesApart("健太", "いいですね。私は新しい自転車を買いました。");
        minutesApart("美咲", "妹は来月、大阪に引っ越します。");

        assertThat(first("美咲はどこのお寺を見ましたか")).startsWith("友達と一緒に京都");
        assertThat(first("健太は何を買いましたか")).contains("自転車");
        assertThat(first("妹はいつ大阪に引っ越しますか")).contains("大阪に引っ越します");
    }

    @Test
    void a_chinese_conversation() {
        minutesApart("李华", "小明，你周末做了什么？");
        minutesApart("王小明", "我和姐姐去了杭州，在西湖边喝茶。");
        minutesApart("李华", "我养了一只黑色的猫。");
        minutesApart("王小明", "我对花生过敏，所以不能吃那个蛋糕。");

        assertThat(first("王小明在哪里喝茶")).contains("西湖");
        assertThat(first("李华养了什么猫")).contains("黑色的猫");
        assertThat(first("王小明对什么过敏")).contains("花生");
    }

    @Test
    void a_chat_of_short_lines() {
        secondsApart("mo", "hey", "you around?", "need a plumber asap");
        secondsApart("tess", "lol what happened");
        secondsApart("mo", "sink", "water everywhere");
        secondsApart("tess", "oh no", "call Birgit", "she did our bathroom", "0171 something, ill send it");
        secondsApart("mo", "ty");
        secondsApart("tess", "so", "movie on friday?", "or the new ramen place");
        secondsApart("mo", "ramen", "7pm works");

        assertThat(found("Which plumber did tess recommend?").subList(0, 6)).contains("call Birgit");
        assertThat(found("Why did mo need a plumber?").subList(0, 5)).contains("water everywhere");
        assertThat(found("When do they meet for ramen?").subList(0, 4)).contains("7pm works");
    }

    @Test
    void undated_messages() {
        undated("Ana", "I finally adopted the grey kitten from the shelter.");
        undated("Ben", "What is it called?");
        undated("Ana", "Pepper, because of the spots.");
        undated("Ben", "My boat needs new sails before summer.");

        assertThat(first("What did Ana adopt?")).contains("kitten");
        assertThat(found("What is Ana's kitten called?").subList(0, 3)).contains("Pepper, because of the spots.");
        assertThat(first("What did we say about the boat last week?")).contains("sails");
    }

    @Test
    void notes_of_one_person() {
        undated(null, "The boiler was serviced by Meyer & Sons, next time in two years.");
        undated(null, "Wifi at the cabin: the router is under the stairs.");
        undated(null, "Dentist moved to the second floor.");

        assertThat(first("Who serviced the boiler?")).contains("Meyer");
        assertThat(first("Where is the router?")).contains("stairs");
    }

    @Test
    void paragraphs_of_a_document_beside_a_chat() {
        undated(null, "Warranty. The pump is covered for thirty months from the day of purchase, the hose is not.");
        undated(null, "Cleaning. Rinse the filter under running water once a week.");
        minutesApart("Ana", "The filter of the coffee machine is new.");

        assertThat(first("How long is the pump covered by warranty?")).startsWith("Warranty.");
        assertThat(first("How often is the filter rinsed?")).startsWith("Cleaning.");
        assertThat(first("What did Ana say about the filter?")).startsWith("The filter of the coffee machine");
    }

    private void minutesApart(String speaker, String text) {
        clock = clock.plusMinutes(3);
        put(speaker, clock, text);
    }

    private void secondsApart(String speaker, String... lines) {
        for (String line : lines) {
            clock = clock.plusSeconds(8);
            put(speaker, clock, line);
        }
    }

    private void undated(@Nullable String speaker, String text) {
        put(speaker, null, text);
    }

    private void put(@Nullable String speaker, @Nullable OffsetDateTime time, String text) {
        String resource = speaker == null ? "document" : "chat";
        rows.put(Passage.builder("p" + next, resource, next++, text, Sample.TIME)
                .speaker(speaker)
                .role("user")
                .saidAt(time)
                .build());
    }

    private String first(String question) {
        return found(question).get(0);
    }

    private List<String> found(String question) {
        return Sample.words(OwnerKind.PASSAGE, question).top(searcher, SCOPE, SearchFilter.ALL, 10).stream()
                .map(SearchHit::id)
                .map(id -> rows.passages(List.of(id)).get(0).text())
                .toList();
    }
}
