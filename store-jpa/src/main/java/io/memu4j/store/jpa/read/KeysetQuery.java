package io.memu4j.store.jpa.read;

import io.memu4j.model.Cursor;
import io.memu4j.model.Page;
import io.memu4j.model.PageRequest;
import io.memu4j.store.jpa.entity.Attributes;
import io.memu4j.store.jpa.entity.Listed;
import io.memu4j.store.jpa.session.BoundSession;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A query for one page of rows by creation time and id. One use. */
final class KeysetQuery<R extends Listed> {
    private final BoundSession session;
    private final Class<R> entity;
    private final Map<String, String> attributes;
    private final StringBuilder conditions = new StringBuilder();
    private final Map<String, Object> parameters = new HashMap<>();

    /** Of rows that have all of {@code attributes}. */
    KeysetQuery(BoundSession session, Class<R> entity, Map<String, String> attributes) {
        this.session = session;
        this.entity = entity;
        this.attributes = attributes;
        attributes.forEach((key, value) -> {
            String name = "attribute" + parameters.size();
            where("locate(:" + name + ", r.attributes) > 0", name, Attributes.fragment(key, value));
        });
    }

    /** Adds a condition on {@code r} with one parameter. */
    void where(String condition, String parameter, Object value) {
        conditions.append(" and ").append(condition);
        parameters.put(parameter, value);
    }

    /** Adds a condition on {@code r} with an id as its parameter. */
    void whereId(String condition, String parameter, String id) {
        if (id.indexOf('\0') < 0) {
            where(condition, parameter, id);
        } else {
            // No database stores NUL, and not every one can be asked for it.
            conditions.append(" and 1 = 0");
        }
    }

    Page<R> page(PageRequest request) {
        List<R> found = new ArrayList<>();
        Cursor place = Cursor.parse(request.cursor());
        int wanted = request.limit() + 1;
        List<R> rows;
        do {
            rows = rows(place, wanted, request.newestFirst());
            rows.stream().filter(this::hasAttributes).forEach(found::add);
            place = rows.isEmpty() ? place : rows.get(rows.size() - 1).place();
        } while (found.size() < wanted && rows.size() == wanted);
        if (found.size() < wanted) {
            return new Page<>(found, null);
        }
        List<R> page = found.subList(0, request.limit());
        return new Page<>(page, page.get(page.size() - 1).place().text());
    }

    private List<R> rows(@Nullable Cursor after, int limit, boolean newestFirst) {
        String beyond = newestFirst ? "<" : ">";
        String order = newestFirst ? " desc" : "";
        String start = after == null
                ? ""
                : " and r.createdAt " + beyond + "= :at and (r.createdAt " + beyond + " :at or r.key.id " + beyond
                        + " :afterId)";
        var query = session.select(
                "from " + entity.getSimpleName() + " r where own(r)" + conditions + start + " order by r.createdAt"
                        + order + ", r.key.id" + order,
                entity);
        parameters.forEach(query::set);
        if (after != null) {
            query.set("at", after.createdAtMicros()).set("afterId", after.id());
        }
        return query.limit(limit).list();
    }

    private boolean hasAttributes(R row) {
        return attributes.isEmpty() || row.attributes().entrySet().containsAll(attributes.entrySet());
    }
}
