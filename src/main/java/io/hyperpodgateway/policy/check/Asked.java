package io.hyperpodgateway.policy.check;

import io.hyperpodgateway.policy.match.Glob;
import io.hyperpodgateway.policy.reference.Reference;
import io.hyperpodgateway.policy.reference.ReferenceKind;
import io.hyperpodgateway.policy.reference.References;
import io.hyperpodgateway.request.ClusterRequest;
import io.hyperpodgateway.request.InstanceGroup;
import io.hyperpodgateway.request.Tag;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What is asked for, looked through once for all checks: there may be a thousand of them, and a
/// hundred groups.
public final class Asked {

    private final ClusterRequest request;
    private final BindingLists lists;
    private final List<AskedGroup> groups;
    private final Headcount headcount;
    private final List<AskedFileSystem> fileSystems;
    private final Set<String> types;
    private final boolean untyped;
    private final List<Reference> references;
    private final Map<ReferenceKind, Set<String>> named;
    private final Map<String, List<Tag>> tags;

    private Asked(ClusterRequest request, BindingLists lists) {
        this.request = request;
        this.lists = lists;
        this.groups = groups(request);
        this.headcount = Headcount.of(groups);
        this.fileSystems = AskedFileSystem.of(request);
        this.types = types(groups);
        this.untyped = isAnyUntyped(groups);
        this.references = List.copyOf(References.of(request.document()));
        this.named = named(references);
        this.tags = tags(request);
    }

    /// What this request asks for, of a caller to whom everything is open.
    public static Asked of(ClusterRequest request) {
        return of(request, BindingLists.ofEverything());
    }

    /// What this request asks for, of a caller whom these lists bind.
    public static Asked of(ClusterRequest request, BindingLists lists) {
        return new Asked(request, lists);
    }

    /// The request itself.
    public ClusterRequest request() {
        return request;
    }

    /// The lists that bind whoever asks: what a refusal says is allowed.
    public BindingLists lists() {
        return lists;
    }

    /// All its groups, the restricted ones included.
    public List<AskedGroup> groups() {
        return groups;
    }

    /// How many instances its groups ask for.
    public Headcount headcount() {
        return headcount;
    }

    /// The file systems that are made with the cluster.
    public List<AskedFileSystem> fileSystems() {
        return fileSystems;
    }

    /// Whether volumes or file systems are made besides what every instance has.
    public boolean bringsStorage() {
        if (!fileSystems.isEmpty()) return true;
        for (AskedGroup group : groups) {
            if (group.bringsVolumes()) return true;
        }
        return false;
    }

    /// Every instance type that some group may come to have, each once.
    public Set<String> types() {
        return types;
    }

    /// Whether some group tells no type, and so may come to have any.
    public boolean isUntyped() {
        return untyped;
    }

    /// Whether some group may come to have an instance type that the glob matches.
    public boolean mayHave(Glob wanted) {
        if (untyped) return true;
        for (String type : types) {
            if (wanted.matches(type)) return true;
        }
        return false;
    }

    /// Everything it names that the caller may have no right to, in its order.
    public List<Reference> references() {
        return references;
    }

    /// What it names of that kind, each value once.
    public Set<String> named(ReferenceKind kind) {
        return named.getOrDefault(kind, Set.of());
    }

    /// Its tags of that key, in its order.
    public List<Tag> tags(String key) {
        return Collections.unmodifiableList(tags.getOrDefault(key, List.of()));
    }

    /// The keys of its tags.
    public Set<String> tagKeys() {
        return Collections.unmodifiableSet(tags.keySet());
    }

    private static List<AskedGroup> groups(ClusterRequest request) {
        var groups = new ArrayList<AskedGroup>(request.groups().size());
        for (InstanceGroup group : request.groups()) groups.add(AskedGroup.of(group));
        return List.copyOf(groups);
    }

    private static Set<String> types(List<AskedGroup> groups) {
        var types = new HashSet<String>();
        for (AskedGroup group : groups) types.addAll(group.types().values());
        return Collections.unmodifiableSet(types);
    }

    private static boolean isAnyUntyped(List<AskedGroup> groups) {
        for (AskedGroup group : groups) {
            if (group.types().isEmpty()) return true;
        }
        return false;
    }

    private static Map<ReferenceKind, Set<String>> named(List<Reference> references) {
        var named = new EnumMap<ReferenceKind, Set<String>>(ReferenceKind.class);
        for (Reference reference : references) {
            reference
                    .kind()
                    .ifPresent(kind ->
                            named.computeIfAbsent(kind, _ -> new LinkedHashSet<>())
                                    .add(reference.value()));
        }
        return named;
    }

    private static Map<String, List<Tag>> tags(ClusterRequest request) {
        var tags = new HashMap<String, List<Tag>>();
        for (Tag tag : request.tags()) {
            tag.key().ifPresent(key -> tags.computeIfAbsent(key, _ -> new ArrayList<>(1)).add(tag));
        }
        return tags;
    }
}
