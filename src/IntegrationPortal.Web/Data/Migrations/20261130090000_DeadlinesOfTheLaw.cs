using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IntegrationPortal.Web.Data.Migrations
{
    /// <inheritdoc />
    public partial class DeadlinesOfTheLaw : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "irrevocable_source",
                table: "template_step",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "is_irrevocable",
                table: "template_step",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "law_source",
                table: "template_step",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "law_unit",
                table: "template_step",
                type: "character varying(30)",
                maxLength: 30,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "law_value",
                table: "template_step",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "runs_from_event",
                table: "handover_step",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateOnly>(
                name: "event_on",
                table: "case_step",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "is_irrevocable",
                table: "case_step",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "law_unit",
                table: "case_step",
                type: "character varying(30)",
                maxLength: 30,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "law_value",
                table: "case_step",
                type: "integer",
                nullable: true);

            // Running cases keep their version, whose deadlines are now told as the law states them: what was begun ran from that day. By DDL,
            // since the walls show the owner no row. The day they are due is reckoned anew at the next deed on the case.
            migrationBuilder.Sql("""
                alter table case_step
                    alter column law_value type integer using case template_key when 'T1.2' then 5 when 'T1.5' then 21 when 'T1.10' then 6 when 'T3.5' then 6
                        when 'T4.5' then 1 when 'T4.6' then 3 when 'T5.8' then 2 when 'T11.1' then 3 when 'T12.4' then 2 end,
                    alter column law_unit type character varying(30) using case when template_key in ('T1.2', 'T1.5') then 'Day'
                        when template_key in ('T3.5', 'T5.8', 'T12.4') then 'Week' when template_key in ('T1.10', 'T4.5', 'T4.6', 'T11.1') then 'Month' end,
                    alter column is_irrevocable type boolean using coalesce(template_key = 'T11.1', false),
                    alter column event_on type date using case when template_key in ('T1.2', 'T1.5', 'T1.10', 'T3.5', 'T4.5', 'T4.6', 'T5.8', 'T11.1', 'T12.4') then started_on end
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "irrevocable_source",
                table: "template_step");

            migrationBuilder.DropColumn(
                name: "is_irrevocable",
                table: "template_step");

            migrationBuilder.DropColumn(
                name: "law_source",
                table: "template_step");

            migrationBuilder.DropColumn(
                name: "law_unit",
                table: "template_step");

            migrationBuilder.DropColumn(
                name: "law_value",
                table: "template_step");

            migrationBuilder.DropColumn(
                name: "runs_from_event",
                table: "handover_step");

            migrationBuilder.DropColumn(
                name: "event_on",
                table: "case_step");

            migrationBuilder.DropColumn(
                name: "is_irrevocable",
                table: "case_step");

            migrationBuilder.DropColumn(
                name: "law_unit",
                table: "case_step");

            migrationBuilder.DropColumn(
                name: "law_value",
                table: "case_step");
        }
    }
}
