using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IntegrationPortal.Web.Data.Migrations
{
    /// <inheritdoc />
    public partial class CaseClosure : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_participation_tenant_id_actor_id_last_activity_at_case_id",
                table: "participation");

            migrationBuilder.DropIndex(
                name: "ix_participation_tenant_id_actor_id_next_due_on_case_id",
                table: "participation");

            migrationBuilder.AddColumn<DateOnly>(
                name: "closed_on",
                table: "participation",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "case_closed_on",
                table: "handover",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "closed_at",
                table: "case_path",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "closed_on",
                table: "case_path",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "closure_reason",
                table: "case_path",
                type: "character varying(30)",
                maxLength: 30,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "erase_on",
                table: "case_path",
                type: "date",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_participation_tenant_id_actor_id_last_activity_at_case_id",
                table: "participation",
                columns: new[] { "tenant_id", "actor_id", "last_activity_at", "case_id" },
                descending: new[] { false, false, true, true })
                .Annotation("Npgsql:IndexInclude", new[] { "categories", "is_active", "until", "next_due_on", "closed_on" });

            migrationBuilder.CreateIndex(
                name: "ix_participation_tenant_id_actor_id_next_due_on_case_id",
                table: "participation",
                columns: new[] { "tenant_id", "actor_id", "next_due_on", "case_id" })
                .Annotation("Npgsql:IndexInclude", new[] { "categories", "is_active", "until", "closed_on" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_participation_tenant_id_actor_id_last_activity_at_case_id",
                table: "participation");

            migrationBuilder.DropIndex(
                name: "ix_participation_tenant_id_actor_id_next_due_on_case_id",
                table: "participation");

            migrationBuilder.DropColumn(
                name: "closed_on",
                table: "participation");

            migrationBuilder.DropColumn(
                name: "case_closed_on",
                table: "handover");

            migrationBuilder.DropColumn(
                name: "closed_at",
                table: "case_path");

            migrationBuilder.DropColumn(
                name: "closed_on",
                table: "case_path");

            migrationBuilder.DropColumn(
                name: "closure_reason",
                table: "case_path");

            migrationBuilder.DropColumn(
                name: "erase_on",
                table: "case_path");

            migrationBuilder.CreateIndex(
                name: "ix_participation_tenant_id_actor_id_last_activity_at_case_id",
                table: "participation",
                columns: new[] { "tenant_id", "actor_id", "last_activity_at", "case_id" },
                descending: new[] { false, false, true, true })
                .Annotation("Npgsql:IndexInclude", new[] { "categories", "is_active", "until", "next_due_on" });

            migrationBuilder.CreateIndex(
                name: "ix_participation_tenant_id_actor_id_next_due_on_case_id",
                table: "participation",
                columns: new[] { "tenant_id", "actor_id", "next_due_on", "case_id" })
                .Annotation("Npgsql:IndexInclude", new[] { "categories", "is_active", "until" });
        }
    }
}
