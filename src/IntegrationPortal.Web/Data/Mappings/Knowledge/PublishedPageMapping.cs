using IntegrationPortal.Domain.Knowledge;
using IntegrationPortal.Web.Data.Knowledge;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IntegrationPortal.Web.Data.Mappings.Knowledge;

public sealed class PublishedPageMapping : IEntityTypeConfiguration<PublishedPage>
{
    public void Configure(EntityTypeBuilder<PublishedPage> builder)
    {
        builder.ToTable("published_page");
        builder.HasKey(p => new { p.Kind, p.Slug, p.Language });
        builder.Property(p => p.Slug).HasMaxLength(Slug.Length);
        builder.PrimitiveCollection(p => p.Places).HasColumnType("text[]");
        builder.HasIndex(p => p.Words).HasMethod("gin");
        builder.HasIndex(p => p.EntryId);
        builder.HasIndex(p => new { p.Language, p.Kind, p.Position });
        builder.HasIndex(p => new { p.Language, p.PublishedAt });
    }
}

public sealed class HandbookWordMapping : IEntityTypeConfiguration<HandbookWord>
{
    public void Configure(EntityTypeBuilder<HandbookWord> builder)
    {
        builder.ToTable("handbook_word");
        builder.HasKey(w => new { w.Language, w.Word });
        builder.HasIndex(w => w.Word).HasMethod("gin").HasOperators("gin_trgm_ops");
    }
}

public sealed class GlossaryTermMapping : IEntityTypeConfiguration<GlossaryTerm>
{
    public void Configure(EntityTypeBuilder<GlossaryTerm> builder)
    {
        builder.ToTable("glossary_term");
        builder.HasKey(t => t.Code);
        builder.Property(t => t.Code).HasMaxLength(60);
        builder.PrimitiveCollection(t => t.Words).HasColumnType("text[]");
    }
}
