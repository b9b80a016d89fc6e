package io.memu4j.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.memu4j.MemoryService;
import io.memu4j.MemoryServiceFactory;
import io.memu4j.config.BlobConfig;
import io.memu4j.memorize.MemorizeRequest;
import io.memu4j.memory.NewItem;
import io.memu4j.model.ConversationMessage;
import io.memu4j.model.ItemFilter;
import io.memu4j.model.MemoryItem;
import io.memu4j.model.MemoryType;
import io.memu4j.model.Page;
import io.memu4j.model.PageRequest;
import io.memu4j.model.Passage;
import io.memu4j.model.Resource;
import io.memu4j.model.ResourceFilter;
import io.memu4j.spi.llm.Models;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A clock that is set back, or stands still, between writes. */
abstract class ClockScenarios extends ServiceTopic {
    private final SettableClock clock = new SettableClock();
    private MemoryService mine;

    @BeforeEach
    final void openOnThatClock() {
        MemoryServiceFactory factory = MemoryServiceFactory.builder()
                .store(fixture().store())
                .llm(Models.of(model))
                .blobs(BlobConfig.folder(folder))
                .clock(clock)
                .build();
        mine = factory.service(Samples.scope());
    }

    @Test
    void pages_show_everything_once_when_the_clock_is_set_back_between_writes_and_between_pages() {
        for (int n = 0; n < 12; n++) {
            mine.items().create(NewItem.of(MemoryType.PROFILE, "Ana owns the boat number " + n));
            clock.move(n % 3 == 0 ? Duration.ofHours(-2) : Duration.ZERO);
        }
        List<String> oldestFirst = pages(PageRequest.first(5), List.of());
        assertThat(oldestFirst).hasSize(12).doesNotHaveDuplicates();
        List<String> newestFirst = new ArrayList<>(pages(PageRequest.newest(5), List.of()));
        Collections.reverse(newestFirst);
        assertThat(newestFirst).isEqualTo(oldestFirst);

        List<String> whileWriting = pages(PageRequest.first(5), List.of(Duration.ofHours(-9), Duration.ofDays(-3)));
        assertThat(whileWriting).doesNotHaveDuplicates().containsAll(oldestFirst);
    }

    @Test
    void messages_stay_in_the_order_in_which_they_were_appended() {
        for (int n = 0; n < 6; n++) {
            mine.memorize(MemorizeRequest.append(
                    "chat", List.of(ConversationMessage.user("Ana", "I bought the boat number " + n))));
            clock.move(Duration.ofHours(-1));
        }
        Resource chat = mine.resources()
                .list(ResourceFilter.ALL, PageRequest.first(1))
                .rows()
                .get(0);
        assertThat(mine.resources().passages(chat.id()).stream().map(Passage::text))
                .isEqualTo(IntStream.range(0, 6)
                        .mapToObj(n -> "I bought the boat number " + n)
                        .toList());
        assertThat(mine.retrieve("boat number 5").passages().get(0).value().text())
                .contains("5");
    }

    @Test
    void a_change_is_seen_at_once_though_its_time_is_before_that_of_what_it_changes() {
        mine.memorize(MemorizeRequest.messages("chat", conversation()));
        assertThat(mine.retrieve("violin").passages()).isNotEmpty();
        clock.move(Duration.ofDays(-400));
        mine.memorize(MemorizeRequest.messages("chat", conversation(List.of("I adopted a parrot called Kiwi."))));
        assertThat(mine.retrieve("parrot").passages().get(0).value().text()).contains("Kiwi");
        assertThat(mine.retrieve("violin").passages())
                .noneMatch(found -> found.value().text().contains("violin"));
        assertThat(mine.memorize(MemorizeRequest.messages(
                                "chat", conversation(List.of("I adopted a parrot called Kiwi."))))
                        .unchanged())
                .isTrue();
    }

    /** All pages; between two of them the clock moves and something is written. */
    private List<String> pages(PageRequest request, List<Duration> between) {
        List<String> ids = new ArrayList<>();
        Page<MemoryItem> page = mine.items().list(ItemFilter.ALL, request);
        int number = 0;
        while (true) {
            page.rows().forEach(item -> ids.add(item.id()));
            if (page.next() == null) {
                return ids;
            }
            if (number < between.size()) {
                clock.move(between.get(number));
                mine.items().create(NewItem.of(MemoryType.PROFILE, "Ana owns the boat written at page " + number++));
            }
            page = mine.items().list(ItemFilter.ALL, request.after(page.next()));
        }
    }

    /** Stands still until it is moved. */
    private static final class SettableClock extends Clock {
        private Instant now = Instant.parse("2026-05-04T10:15:30Z");

        void move(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
