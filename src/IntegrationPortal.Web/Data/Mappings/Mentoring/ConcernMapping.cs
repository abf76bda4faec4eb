using IntegrationPortal.Domain.Actors;
using IntegrationPortal.Domain.Mentoring;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IntegrationPortal.Web.Data.Mappings.Mentoring;

public sealed class ConcernMapping : IEntityTypeConfiguration<Concern>
{
    public void Configure(EntityTypeBuilder<Concern> builder)
    {
        builder.ToTable("concern");
        builder.HasKey(c => new { c.TenantId, c.Id });
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Text).HasMaxLength(Concern.TextLength);
        builder.Property(c => c.Answer).HasMaxLength(Concern.TextLength);
        builder.Property<uint>("xmin").IsRowVersion();
        builder.HasOne<Actor>().WithMany().HasForeignKey(c => new { c.TenantId, c.ActorId });
        builder.HasOne<Tandem>().WithMany().HasForeignKey(c => new { c.TenantId, c.TandemId });
        builder.HasIndex(c => new { c.TenantId, c.ActorId, c.AnsweredAt, c.AnswerBy });
    }
}
